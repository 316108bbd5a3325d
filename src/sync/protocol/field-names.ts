/** The parts of a version that a profile can give other names. */

export const fieldNames = [
  ...(['id', 'rev', 'base', 'settles', 'kind', 'schema', 'subject', 'author', 'occurredAt'] as const),
  ...(['recordedAt', 'audience', 'removed', 'body'] as const),
] as const;

export type FieldName = (typeof fieldNames)[number];
