import type { FrameId, LayerId, PixelRect, VersionId, VersionState } from '@pinpaint/domain';
import type { Proof } from './proof.ts';

/** A version as its readers get it. `digest` is null while it is a draft, `proof` until the renderer made it. */
export type Version = {
  readonly id: VersionId;
  readonly frameId: FrameId;
  readonly number: number;
  readonly parentId: VersionId | null;
  readonly state: VersionState;
  readonly bounds: PixelRect;
  readonly digest: string | null;
  readonly proof: Proof | null;
  readonly layers: readonly VersionLayerView[];
  readonly decisions: readonly DecisionView[];
  readonly createdAt: string;
  readonly submittedAt: string | null;
};

export type VersionLayerView = {
  readonly id: LayerId;
  readonly name: string;
  readonly rect: PixelRect;
  readonly opacity: number;
  readonly blend: 'normal';
  readonly visible: boolean;
  /** Made over a picture that has changed since; rerun it by the same engine and seed. */
  readonly baseMoved: boolean;
  /** Blob digests, as the version's digest names them. */
  readonly patchDigest: string;
  readonly alphaDigest: string;
};

export type DecisionView = {
  readonly kind: 'approve' | 'request_changes' | 'sign_off' | 'sign_off_changes';
  readonly digest: string;
  readonly comment: string | null;
  readonly by: { readonly kind: 'person' | 'guest'; readonly id: string };
  readonly at: string;
};
