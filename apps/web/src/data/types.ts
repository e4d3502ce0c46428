import type { CandidateId, CarryId, EditId, FrameId, LockId, PinId, VersionId } from '@pinpaint/domain';
import type { z } from 'zod';
import type { figuresSchema } from '../api/masks/masks.route.ts';
import type { carryReportSchema, carrySchema } from '../api/schemas/carry.ts';
import type { chargeSchema } from '../api/schemas/charge.ts';
import type { acceptedSchema, candidateSchema, editSchema, pinEstimateSchema } from '../api/schemas/edit.ts';
import type { frameSchema, lockSchema, tileGridSchema } from '../api/schemas/frame.ts';
import type { boardStorageSchema, momentOfBoardSchema } from '../api/schemas/history.ts';
import type { artworkSchema, kitColourSchema, kitSchema } from '../api/schemas/kit.ts';
import type { linkLookSchema, linkSchema, madeLinkSchema, reviewSchema } from '../api/schemas/link.ts';
import type { addedMemberSchema, memberSchema, projectPersonSchema } from '../api/schemas/member.ts';
import type { overviewSchema } from '../api/schemas/overview.ts';
import type { attachmentSchema, messageSchema, pinSchema } from '../api/schemas/pin.ts';
import type { boardSchema, projectSchema } from '../api/schemas/project.ts';
import type { searchResultSchema } from '../api/schemas/search.ts';
import type { segmenterSchema, selectedSchema } from '../api/schemas/selection.ts';
import type { derivationSchema, seriesSchema } from '../api/schemas/series.ts';
import type { meSchema, spendingSchema } from '../api/schemas/studio.ts';
import type { madeTokenSchema, sessionSchema, tokenSchema } from '../api/schemas/token.ts';
import type { seenVersionSchema, versionSchema } from '../api/schemas/version.ts';
import type { waitingListSchema } from '../api/schemas/waiting.ts';
import type { workerSchema } from '../api/schemas/worker.ts';

/** JSON knows no brands; here it is said which id is whose. */
type Of<T, Ids> = Omit<T, keyof Ids> & Ids;

/** What the API answers, as its own schemas say; only types, so that no page carries the schemas. */
export type Me = z.output<typeof meSchema>;
export type StudioSpending = z.output<typeof spendingSchema>;
export type Project = z.output<typeof projectSchema>;
export type Charge = z.output<typeof chargeSchema>;
export type Artwork = z.output<typeof artworkSchema>;
export type KitColour = z.output<typeof kitColourSchema>;
export type Kit = z.output<typeof kitSchema>;
export type Segmenter = z.output<typeof segmenterSchema>;
export type Selected = z.output<typeof selectedSchema>;
export type Board = z.output<typeof boardSchema>;
export type Moment = Of<z.output<typeof momentOfBoardSchema>, { readonly frameIds: readonly FrameId[] }>;
export type BoardStorage = z.output<typeof boardStorageSchema>;
export type ProjectPerson = z.output<typeof projectPersonSchema>;
export type Member = z.output<typeof memberSchema>;
export type ReviewLink = z.output<typeof linkSchema>;
export type MadeReviewLink = z.output<typeof madeLinkSchema>;
export type Review = z.output<typeof reviewSchema>;
export type LinkLook = z.output<typeof linkLookSchema>;
export type Frame = Of<z.output<typeof frameSchema>, { readonly id: FrameId }>;
export type TileGrid = z.output<typeof tileGridSchema>;
export type Lock = Of<z.output<typeof lockSchema>, { readonly id: LockId; readonly frameId: FrameId }>;
type AnyPin = z.output<typeof pinSchema>;
/** As the studio's house gets it. */
export type Pin = Of<
  Extract<AnyPin, { readonly state: unknown }>,
  { readonly id: PinId; readonly frameId: FrameId }
>;
/** As clients and guests get it. */
export type ClientPin = Omit<
  Pin,
  'state' | 'reading' | 'readBy' | 'readByModel' | 'assigneeId' | 'assigneeName' | 'dueAt'
>;
export type Message = z.output<typeof messageSchema>;
export type Attachment = z.output<typeof attachmentSchema>;
export type Edit = Of<
  z.output<typeof editSchema>,
  { readonly id: EditId; readonly frameId: FrameId; readonly pinId: PinId | null }
>;
export type PinEstimate = z.output<typeof pinEstimateSchema>;
export type Candidate = Of<z.output<typeof candidateSchema>, { readonly id: CandidateId }>;
export type Version = Of<
  z.output<typeof versionSchema>,
  { readonly id: VersionId; readonly frameId: FrameId }
>;
export type ClientVersion = Exclude<z.output<typeof seenVersionSchema>, z.output<typeof versionSchema>>;
export type Worker = z.output<typeof workerSchema>;
export type Accepted = z.output<typeof acceptedSchema>;
export type MaskFigures = z.output<typeof figuresSchema>;
export type Overview = z.output<typeof overviewSchema>;
export type OverviewProject = Overview['projects'][number];
export type OverviewBoard = OverviewProject['boards'][number];
export type OverviewPicture = OverviewBoard['pictures'][number];
export type WaitingList = z.output<typeof waitingListSchema>;
export type Waiting = WaitingList['items'][number];
export type SearchResult = z.output<typeof searchResultSchema>;
export type AddedMember = z.output<typeof addedMemberSchema>;
export type Session = z.output<typeof sessionSchema>;
export type Token = z.output<typeof tokenSchema>;
export type MadeToken = z.output<typeof madeTokenSchema>;
export type Series = z.output<typeof seriesSchema>;
export type Carry = Of<z.output<typeof carrySchema>, { readonly id: CarryId; readonly editId: EditId }>;
export type Finding = Carry['findings'][number];
export type CarryReport = z.output<typeof carryReportSchema>;
export type Derivation = z.output<typeof derivationSchema>;
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };
