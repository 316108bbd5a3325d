/** Begins in a new space of this phone with a code: as the person it is for, with their records from there. */
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import type { Role } from '../../core/version.ts';
import { connectEndpoint } from '../../sync/client/connect-endpoint.ts';
import { createPagePace } from '../../sync/client/page-pace.ts';
import { pull } from '../../sync/client/pull.ts';
import type { EnrolAnswer } from '../../sync/protocol/hub-api.ts';
import { hubProfile } from '../../sync/protocol/profiles/hub.ts';
import type { AppState, Begun, OpenVault } from '../app-state.ts';
import { enrol, type HubAnswer } from './ask-hub.ts';
import { memberSettings } from './member-settings.ts';
import type { CodePlan, ConnectTrouble } from './plan.ts';

interface Coming {
  state: AppState;
  environment: Environment;
  plan: CodePlan;
  /** Same for all tries with one code. */
  attempt: string;
  /** Whom the code is known to be for; left out where it is not known yet. */
  personId?: string | undefined;
  name: string;
  ownPhone: boolean;
}

export type Came =
  Extract<Begun, { status: 'begun' | 'here-already' }> | { status: 'trouble'; trouble: ConnectTrouble };

/** What is there about the person is fetched first, so that who they are is not said a second time. */
export async function comeWithCode(coming: Coming): Promise<Came> {
  const { state, environment, plan, attempt, name, ownPhone } = coming;
  const personId = coming.personId ?? createId(environment);
  let answer: HubAnswer<EnrolAnswer> | null = null;
  let trouble: ConnectTrouble = 'unavailable';

  async function bring(store: OpenVault): Promise<boolean> {
    answer = await enrol({ ...plan, personId, attempt });
    if (answer.status !== 'answered') {
      trouble = answer.status === 'refused' ? answer.why : answer.status;
      return false;
    }
    const settings = memberSettings(plan.address, hubProfile, answer.answer, environment.now());
    const kept = await store.sync();
    const id = createId(environment);
    const saved = await kept.saveConnection({ id, carries: 'everything', settings });
    if (saved.status !== 'kept') {
      trouble = saved.status;
      return false;
    }
    const now = () => environment.now();
    // What cannot be fetched now comes later.
    await pull({
      store: kept,
      connection: id,
      endpoint: connectEndpoint(settings, { fetch: (input, init) => fetch(input, init), now }),
      pages: createPagePace(),
      now,
      cut: new AbortController().signal,
      clock: () => {},
      came: () => {},
    }).catch(() => undefined);
    return true;
  }

  const begun = await state.begin({ name, ownPhone, from: { personId, role: 'participant', bring } });
  if (begun.status === 'begun') {
    const role = roleIn(answer);
    if (role) await state.actAs(role);
    return begun;
  }
  if (begun.status === 'here-already') return begun;
  const meant = meantFor(answer);
  if (coming.personId === undefined && meant) return comeWithCode({ ...coming, personId: meant });
  return { status: 'trouble', trouble };
}

function roleIn(answer: HubAnswer<EnrolAnswer> | null): Role | null {
  return answer?.status === 'answered' ? answer.answer.person.role : null;
}

function meantFor(answer: HubAnswer<EnrolAnswer> | null): string | undefined {
  return answer?.status === 'refused' && answer.why === 'code-for-someone-else' ? answer.personId : undefined;
}
