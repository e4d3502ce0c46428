export {
  type Actor,
  deedActor,
  type GuestActor,
  type PersonActor,
  roleIn,
  type WorkerActor,
} from './access/actor.ts';
export { type AdmitCtx, admit, admitWorker } from './access/admit.ts';
export { cleanEmail } from './access/cleanEmail.ts';
export { nameLimit } from './access/cleanName.ts';
export { loadPerson } from './access/loadPerson.ts';
export type { Author } from './access/names.ts';
export type { Page, PageWish } from './access/page.ts';
export { permit } from './access/permit.ts';
export { systemActor } from './access/systemActor.ts';
export { type KeptBlob, keepBlobs } from './blobs/keepBlobs.ts';
export { type ChangeBoard, changeBoard } from './boards/changeBoard.ts';
export { type CreateBoard, createBoard } from './boards/createBoard.ts';
export { type ListBoards, listBoards } from './boards/listBoards.ts';
export { readBoard } from './boards/readBoard.ts';
export type { Board } from './boards/toBoard.ts';
export { type AcceptCandidate, type Accepted, acceptCandidate } from './candidates/acceptCandidate.ts';
export { type CandidateFiles, candidateFiles } from './candidates/candidateFiles.ts';
export { candidateOverlay } from './candidates/candidateOverlay.ts';
export { discardCandidate, discardEdit } from './candidates/discardCandidate.ts';
export { listCandidates } from './candidates/listCandidates.ts';
export { previewCandidate } from './candidates/previewCandidate.ts';
export type { Candidate, CandidateProof } from './candidates/toCandidate.ts';
export { type AskCarry, askCarry } from './carries/askCarry.ts';
export { keepFinding, type Outcome } from './carries/keepFinding.ts';
export { keepReport, type Likeness } from './carries/keepReport.ts';
export { listCarries } from './carries/listCarries.ts';
export { loadMeasure, type MadeThere } from './carries/loadMeasure.ts';
export { loadSearch, type Search, type SearchedFrame } from './carries/loadSearch.ts';
export { readCarry } from './carries/readCarry.ts';
export { type CarryReport, readCarryReport } from './carries/readCarryReport.ts';
export { type RunCarry, runCarry } from './carries/runCarry.ts';
export type { Carry, FoundPlace } from './carries/toCarry.ts';
export { beginCharge } from './charges/beginCharge.sql.ts';
export { type Charge, listCharges } from './charges/listCharges.ts';
export type { Ctx, LockTest, MaskFiles, MaskRequest, Pixels, StoredAlpha, WorkCalls } from './ctx.ts';
export { type Hosted, hostedBy, nothingHosted } from './ctx.ts';
export { type Decide, decideVersion } from './decisions/decideVersion.ts';
export { type SignOff, signOffVersion } from './decisions/signOffVersion.ts';
export { completeDrawing } from './drawings/completeDrawing.ts';
export { type DrawFrame, drawFrame } from './drawings/drawFrame.ts';
export { type DrawingEstimate, estimateDrawing } from './drawings/estimateDrawing.ts';
export { type DrawnAnswer, loadDrawing } from './drawings/loadDrawing.ts';
export { awaitsPreparation } from './edits/awaitsPreparation.ts';
export { cancelEdit } from './edits/cancelEdit.ts';
export { cancelRisky } from './edits/cancelRisky.ts';
export { cropNeeds } from './edits/cropNeeds.ts';
export { type EstimatePin, estimatePin, type PinEstimate } from './edits/estimatePin.ts';
export { type FailEdit, failEdit } from './edits/failEdit.ts';
export { type ListEdits, listEdits } from './edits/listEdits.ts';
export { layersUnder, loadPreparation, type Preparation } from './edits/loadPreparation.ts';
export { loadPublication, type Publication } from './edits/loadPublication.ts';
export { type MadeCandidate, proposeCandidates } from './edits/proposeCandidates.ts';
export { seedLimit } from './edits/queueEdit.ts';
export { findPermittedAlpha, readEdit, readPreview } from './edits/readEdit.ts';
export { type RetryEdit, retryEdit } from './edits/retryEdit.ts';
export { type MadeCrop, savePreparation } from './edits/savePreparation.ts';
export { type StartEdit, startEdit } from './edits/startEdit.ts';
export type { Edit } from './edits/toEdit.ts';
export { type AddFrame, addFrame } from './frames/addFrame.ts';
export { type ChangeFrame, changeFrame } from './frames/changeFrame.ts';
export { completeIngest, failIngest, type MadeMaster } from './frames/completeIngest.ts';
export { type DeriveFrame, deriveFrame } from './frames/deriveFrame.ts';
export { type FindFrame, type FrameAt, findFrame, findFrameRow } from './frames/findFrame.ts';
export { listFrames } from './frames/listFrames.ts';
export { mayAddFrame } from './frames/mayAddFrame.ts';
export { type Derivation, proveDerivation } from './frames/proveDerivation.ts';
export { readFrame } from './frames/readFrame.ts';
export { type Frame, type FrameMaster, toFrame } from './frames/toFrame.ts';
export { askReviewCode, type CodeLetter } from './guests/askReviewCode.ts';
export { type Entered, type EnterReview, enterReview } from './guests/enterReview.ts';
export { type LinkLook, lookAtReview } from './guests/lookAtReview.ts';
export { type Review, readReview } from './guests/readReview.ts';
export { codeMinutes } from './guests/reviewCode.ts';
export { type BoardMoment, type ListBoardHistory, listBoardHistory } from './history/listBoardHistory.ts';
export { readBoardAt } from './history/readBoardAt.ts';
export { readBoardStorage } from './history/readBoardStorage.ts';
export { type AddArtwork, addArtwork, mayAddArtwork } from './kit/addArtwork.ts';
export { type AddColour, addColour } from './kit/addColour.ts';
export { type ChangeColour, changeColour } from './kit/changeColour.ts';
export { findArtworkFile } from './kit/findArtwork.ts';
export { listKit } from './kit/listKit.ts';
export { removeArtwork } from './kit/removeArtwork.ts';
export { removeColour } from './kit/removeColour.ts';
export { type RenameArtwork, renameArtwork } from './kit/renameArtwork.ts';
export type { Artwork, Kit, KitColour } from './kit/toKit.ts';
export { findLayer } from './layers/findLayer.ts';
export { layerOverlay } from './layers/layerOverlay.ts';
export type { Overlay } from './layers/overlay.ts';
export { removeLayer } from './layers/removeLayer.ts';
export { reorderLayers } from './layers/reorderLayers.ts';
export { type SetLayer, setLayer } from './layers/setLayer.ts';
export { type FeedEvent, heardBy } from './ledger/audience.ts';
export { exportLedger } from './ledger/exportLedger.ts';
export { admitReader, type FeedReader, feedReader } from './ledger/feedReader.ts';
export type { LedgerFilter } from './ledger/ledgerScope.ts';
export { type LedgerPage, type ListLedger, listLedger } from './ledger/listLedger.ts';
export { type FeedPage, headOfLedger, readFeed } from './ledger/readFeed.ts';
export { traceOf } from './ledger/traceOf.ts';
export { type LedgerProof, verifyLedger } from './ledger/verifyLedger.ts';
export { listLinks } from './links/listLinks.ts';
export { type MakeLink, makeLink } from './links/makeLink.ts';
export { openLink } from './links/openLink.ts';
export { revokeLink } from './links/revokeLink.ts';
export type { Link, MadeLink, SeenGuest } from './links/toLink.ts';
export { listBoardLocks } from './locks/listBoardLocks.ts';
export { listLocks } from './locks/listLocks.ts';
export { removeLock } from './locks/removeLock.ts';
export { type SetLock, setLock } from './locks/setLock.ts';
export type { Lock } from './locks/toLock.ts';
export { keepMask, maskBytesLimit, mayKeepMask } from './masks/keepMask.ts';
export { loadMasks } from './masks/loadMasks.ts';
export {
  type MaskPreview,
  previewPinMask,
  previewRegionMask,
} from './masks/previewMask.ts';
export { type AddMember, addMember } from './members/addMember.ts';
export { type ChangeMemberRole, changeMemberRole } from './members/changeMemberRole.ts';
export { type ListMembers, listMembers } from './members/listMembers.ts';
export { removeMember } from './members/removeMember.ts';
export type { Member } from './members/toMember.ts';
export { type Overview, type ReadOverview, readOverview } from './overview/readOverview.ts';
export type { OverviewBoard, OverviewPicture, OverviewProject } from './overview/toOverviewProject.ts';
export { assignPin } from './pins/assignPin.ts';
export { type Attachment, type AttachToPin, attachmentLimits, attachToPin } from './pins/attachToPin.ts';
export { changePinReading } from './pins/changePinReading.ts';
export { changePinRegion } from './pins/changePinRegion.ts';
export { type CommentOnPin, commentOnPin, messageLimit } from './pins/commentOnPin.ts';
export { declinePin, reasonLimit } from './pins/declinePin.ts';
export { findPin } from './pins/findPin.ts';
export { findAttachment, listAttachments } from './pins/listAttachments.ts';
export { listMessages } from './pins/listMessages.ts';
export { type ListPins, listPins } from './pins/listPins.ts';
export { noteLimit, type PlacePin, placePin } from './pins/placePin.ts';
export { readPin } from './pins/readPin.ts';
export { reopenPin } from './pins/reopenPin.ts';
export { resolvePin } from './pins/resolvePin.ts';
export { setPinDue } from './pins/setPinDue.ts';
export type { Message } from './pins/toMessage.ts';
export type { ClientPin, Pin, PinExtend } from './pins/toPin.ts';
export { type Problem, type ProblemCode, problem, problemCodes } from './problem.ts';
export { type ChangeProject, changeProject } from './projects/changeProject.ts';
export { type CreateProject, createProject } from './projects/createProject.ts';
export { listPeople, type ProjectPerson } from './projects/listPeople.ts';
export { type ListProjects, listProjects } from './projects/listProjects.ts';
export { readProject } from './projects/readProject.ts';
export type { Project, ProjectPolicy } from './projects/toProject.ts';
export { type KeepReading, keepReading } from './readings/keepReading.ts';
export { loadNote } from './readings/loadNote.ts';
export { cancelRendition } from './renditions/cancelRendition.ts';
export { completeRendition } from './renditions/completeRendition.ts';
export { estimateFilm, type FilmEstimate } from './renditions/estimateFilm.ts';
export type { FilmOperation } from './renditions/filmOperation.ts';
export { findRendition, type RenditionAt } from './renditions/findRendition.ts';
export { giveBackStep } from './renditions/giveBackStep.ts';
export { keepFilmProgress } from './renditions/keepFilmProgress.ts';
export { keepOperation } from './renditions/keepOperation.ts';
export { keepProgress } from './renditions/keepProgress.ts';
export { listRenditions } from './renditions/listRenditions.ts';
export { makeRendition } from './renditions/makeRendition.ts';
export { type MakeSteps, makeSteps } from './renditions/makeSteps.ts';
export { type TakenStep, takeStep } from './renditions/takeStep.ts';
export {
  type FileFormat,
  type Rendition,
  type RenditionFormat,
  type RenditionProvenance,
  renditionFormats,
} from './renditions/toRendition.ts';
export { admitToRoom, type RoomReader } from './rooms/admitToRoom.ts';
export { openRoom, type RoomDoor } from './rooms/openRoom.ts';
export { type Found, type SearchStudio, searchStudio } from './search/searchStudio.ts';
export {
  type AnswerSelection,
  answerSelection,
  failSelection,
} from './selections/answerSelection.ts';
export { type AskSelection, askSelection, type Selected } from './selections/askSelection.ts';
export { type ClaimedSelection, claimSelection } from './selections/claimSelection.ts';
export { cutSelectionPicture } from './selections/cutSelectionPicture.ts';
export { findSegmenter, type SegmenterView } from './selections/findSegmenter.ts';
export { findHeldSelection, type HeldSelection } from './selections/heldSelection.ts';
export { addToSeries } from './series/addToSeries.ts';
export { listSeries } from './series/listSeries.ts';
export { type MakeSeries, makeSeries } from './series/makeSeries.ts';
export { readSeries } from './series/readSeries.ts';
export { removeSeries } from './series/removeSeries.ts';
export { renameSeries } from './series/renameSeries.ts';
export { reorderSeries } from './series/reorderSeries.ts';
export { takeOutOfSeries } from './series/takeOutOfSeries.ts';
export type { Series } from './series/toSeries.ts';
export { demoAddress, demoPersonOf } from './sessions/demoPersonOf.ts';
export { endSession, endSessionBy } from './sessions/endSession.ts';
export { findMemberByEmail, type KnownMember } from './sessions/findMemberByEmail.ts';
export { findIdentity, keepIdentity } from './sessions/identity.ts';
export { listSessions } from './sessions/listSessions.ts';
export { type OpenedSession, openSession, sessionDays } from './sessions/openSession.ts';
export { keepSignInMail, takeSignInMail } from './sessions/signInMail.ts';
export { type SwitchStudio, switchStudio } from './sessions/switchStudio.ts';
export type { Session } from './sessions/toSession.ts';
export { type CreateStudio, createStudio, type Founded } from './studios/createStudio.ts';
export { type LimitSpending, limitSpending } from './studios/limitSpending.ts';
export { type Me, readMe } from './studios/readMe.ts';
export { readSpending, type StudioSpending } from './studios/readSpending.ts';
export { readStudio } from './studios/readStudio.ts';
export { renameStudio } from './studios/renameStudio.ts';
export type { Studio } from './studios/toStudio.ts';
export { listTokens } from './tokens/listTokens.ts';
export { listWorkerTokens } from './tokens/listWorkerTokens.ts';
export { makeOperatorToken, type OperatorToken } from './tokens/makeOperatorToken.ts';
export { type MakeToken, makeToken } from './tokens/makeToken.ts';
export { type MakeWorkerToken, makeWorkerToken } from './tokens/makeWorkerToken.ts';
export { revokeToken } from './tokens/revokeToken.ts';
export { revokeWorkerToken } from './tokens/revokeWorkerToken.ts';
export type { MadeToken, Token } from './tokens/toToken.ts';
export type { MadeWorkerToken, SeenWorker, WorkerToken } from './tokens/toWorkerToken.ts';
export { completeRender, type MadeRender } from './versions/completeRender.ts';
export { layersOf, type PlacedLayer } from './versions/contentOf.ts';
export { discardVersion } from './versions/discardVersion.ts';
export { type OpenedEvidence, withEvidenceFiles } from './versions/evidenceFiles.ts';
export {
  evidenceOf,
  readEvidence,
  type SubmittedEvidence,
  type VersionEvidence,
} from './versions/evidenceOf.ts';
export { findVersion, findVersionRow, shownToCustomers, type VersionAt } from './versions/findVersion.ts';
export { listBoardVersions } from './versions/listBoardVersions.ts';
export { type ListVersions, listVersions, type VersionPage } from './versions/listVersions.ts';
export { newestVersion } from './versions/newestVersion.ts';
export { type Proof, proofHolds } from './versions/proof.ts';
export { readVersion } from './versions/readVersion.ts';
export { startDraft } from './versions/startDraft.ts';
export { submitVersion } from './versions/submitVersion.ts';
export type { ClientVersion, DecisionView, Version, VersionLayerView } from './versions/toVersion.ts';
export { withdrawVersion } from './versions/withdrawVersion.ts';
export { readWaiting, type WaitingList } from './waiting/readWaiting.ts';
export { type Waiting, type WaitingKind, waitingKinds } from './waiting/waiting.ts';
export { type AnnounceWorker, announceWorker } from './workers/announceWorker.ts';
export { type AnswerEdit, answerEdit, type ExpectedAnswer, expectAnswer } from './workers/answerEdit.ts';
export { type Beat, type BeatAnswer, beat } from './workers/beat.ts';
export { type ClaimEdit, type ClaimedEdit, claimEdit } from './workers/claimEdit.ts';
export { connectedEngines } from './workers/connectedEngines.ts';
export { drainWorker } from './workers/drainWorker.ts';
export { type FailRun, failRun } from './workers/failRun.ts';
export { findRequest } from './workers/findRequest.ts';
export { keepHouse } from './workers/keepHouse.ts';
export { expectPreview, type KeepPreview, keepPreview } from './workers/keepPreview.ts';
export { beatMs, type Lease, leaseMs } from './workers/lease.ts';
export { listenForWork } from './workers/listenForWork.ts';
export { listWorkers, type WorkerView } from './workers/listWorkers.ts';
export { releaseEdit } from './workers/releaseEdit.ts';
export { takeBackLeases } from './workers/takeBackLeases.ts';
