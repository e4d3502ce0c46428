import type { SubmittedEvidence } from '@pinpaint/actions';
import type { VersionClaims } from '@pinpaint/domain';

export function claimsOf(evidence: SubmittedEvidence): VersionClaims {
  const { version, content, digest, proof, planes, decisions } = evidence;
  return { number: version.number, content, digest, proof, planes, decisions };
}

/** What anybody needs to recompute a version's proof, and where its files are. */
export function toEvidence(evidence: SubmittedEvidence) {
  const { version, layers, planes } = evidence;
  const at = `/versions/${version.id}`;
  const { content, ...claims } = claimsOf(evidence);
  return {
    versionId: version.id,
    ...claims,
    content: {
      ...content,
      layers: content.layers.map(({ patchDigest, alphaDigest, rect, opacity, blend, visible }) => ({
        patchDigest,
        alphaDigest,
        rect,
        opacity,
        blend,
        visible,
      })),
    },
    files: {
      master: `${at}/master`,
      result: version.resultBlob && `${at}/result`,
      layers: layers.map(({ layerId, visible }) =>
        visible ? { patch: `${at}/layers/${layerId}/patch`, alpha: `${at}/layers/${layerId}/alpha` } : null,
      ),
      permitted: planes.permitted.map((_, n) => `${at}/permitted/${n}`),
      lockMasks: planes.locks.map(({ region }, n) =>
        region.kind === 'raster' ? `${at}/lock-masks/${n}` : null,
      ),
    },
  };
}
