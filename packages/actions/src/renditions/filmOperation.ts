/** What `Rendition.operation` holds. */
export type FilmOperation = {
  readonly chargeId: string;
  readonly model: string;
  readonly usd: number;
  /** As the service calls it; null: it was not asked yet, or never said. */
  readonly name: string | null;
};
