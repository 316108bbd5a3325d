/** What "Try this endpoint" writes: a version that no device takes for a record. */

/** The kind of a probe. A listing leaves these out, so that none is ever shown to anybody. */
export const probeKind = 'connection-probe';
