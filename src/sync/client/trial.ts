/** What was found out about an endpoint by trying it: data, for which the screens have the words. */
import type { Answer } from '../protocol/endpoint.ts';

export type TrialStep =
  | 'reach'
  | 'write'
  | 'own-id'
  | 'whole'
  | 'duplicate'
  | 'late'
  | 'overwrite'
  | 'odd-text'
  | 'list'
  | 'attachment'
  | 'remove';

/** What the matter is where a step is not `ok`. */
export type TrialReason =
  | 'login'
  | 'no-answer'
  | 'no-such-place'
  | 'not-understood'
  | 'said'
  /** It said yes, and nothing is there. */
  | 'nothing-written'
  /** It is there, under a name that the server made up. */
  | 'ids-ignored'
  /** Parts of it were dropped or changed. */
  | 'changed'
  | 'written-over'
  | 'not-listed'
  /** So much is there already that the list could not be gone through. */
  | 'long-list'
  | 'not-offered'
  | 'still-there';

/** `cannot`: it does not do this, or it could not be found out; it can be used all the same. */
export interface Finding {
  step: TrialStep;
  result: 'ok' | 'failed' | 'cannot';
  reason?: TrialReason;
  /** What the endpoint said, where it said something. */
  why?: string;
  /** HTTP status, where an answer came. */
  status?: number;
}

/** `refused`: what is sent there would not be safe there, or would not be found again. */
export interface Trial {
  findings: Finding[];
  verdict: 'usable' | 'refused';
}

/** Without these nothing can be sent there in good conscience; what else fails is told, and lived with. */
const needed = new Set<TrialStep>(['reach', 'write', 'own-id', 'whole', 'duplicate', 'late', 'list']);

export function verdictOf(findings: readonly Finding[]): Trial['verdict'] {
  const fine = [...needed].every((step) =>
    findings.some(
      (finding) =>
        finding.step === step &&
        (finding.result === 'ok' || (step === 'list' && finding.result === 'cannot')),
    ),
  );
  return fine ? 'usable' : 'refused';
}

export function fine(step: TrialStep): Finding {
  return { step, result: 'ok' };
}

/** A step that failed for the reason that an answer gives. */
export function failedBy(step: TrialStep, answer: Answer, result: 'failed' | 'cannot' = 'failed'): Finding {
  const { why, status } = answer;
  return {
    step,
    result,
    reason: reasonOf(answer),
    ...(why && { why }),
    ...(status !== undefined && { status }),
  };
}

function reasonOf({ outcome, status }: Answer): TrialReason {
  if (outcome === 'auth') return 'login';
  if (status === undefined) return 'no-answer';
  if (status === 404 || status === 405 || status === 410) return 'no-such-place';
  return outcome === 'retry' && status < 300 ? 'not-understood' : 'said';
}
