/** Begins in a new space of this phone with a code: as the person it is for, with their records from there. */
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import type { Role } from '../../core/version.ts';
import type { CodeKeeper } from '../../platform/begun-codes.ts';
import { connectEndpoint } from '../../sync/client/connect-endpoint.ts';
import { createPagePace } from '../../sync/client/page-pace.ts';
import { pull } from '../../sync/client/pull.ts';
import type { EnrolAnswer } from '../../sync/protocol/hub-api.ts';
import { hubProfile } from '../../sync/protocol/profiles/hub.ts';
import { shareNameIn } from '../../features/people/ui/use-share-name.ts';
import type { AppState, Begun } from '../app-state.ts';
import type { OpenVault } from '../make-vault.ts';
import { enrol, type HubAnswer } from './ask-hub.ts';
import { memberSettings } from './member-settings.ts';
import { troubleOf, type CodePlan, type ConnectTrouble } from './plan.ts';

interface Coming {
  state: AppState;
  environment: Environment;
  plan: CodePlan;
  /** Under whom, and as which attempt, this code is used: the same each time until it succeeded. */
  kept: CodeKeeper;
  name: string;
  /** Whether those who work with the person shall see their name. Where they see it already, nothing is said again. */
  showName: boolean;
  ownPhone: boolean;
  /** False once the screen that waits for it was left: their space is made all the same, and not entered. */
  waitedFor(): boolean;
  /** Called with how many versions of records have come from there so far. */
  came(count: number): void;
}

export type Came =
  | Extract<Begun, { status: 'begun' | 'listed' | 'here-already' }>
  | { status: 'trouble'; trouble: ConnectTrouble };

/** What is there about the person is fetched first, so that who they are is not said a second time. */
export async function comeWithCode(coming: Coming, asMeant = false): Promise<Came> {
  const { state, environment, plan, kept: keeper, name, showName, ownPhone, waitedFor } = coming;
  const newId = () => createId(environment);
  const begun = (await keeper.read()) ?? { personId: newId(), attempt: newId() };
  await keeper.keep(begun);
  let answer: HubAnswer<EnrolAnswer> | null = null;
  let trouble: ConnectTrouble = 'unavailable';

  async function bring(store: OpenVault): Promise<boolean> {
    answer = await enrol({ ...plan, ...begun });
    if (answer.status !== 'answered') {
      trouble = troubleOf(answer);
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
    let count = 0;
    // What cannot be fetched now comes later.
    await pull({
      store: kept,
      connection: id,
      endpoint: connectEndpoint(settings, { fetch: (input, init) => fetch(input, init), now }),
      pages: createPagePace(),
      now,
      cut: new AbortController().signal,
      clock: () => {},
      came(more) {
        count += more;
        coming.came(count);
      },
    }).catch(() => undefined);
    return true;
  }

  /** Before they are in: whoever is in is not asked again. */
  async function settle(store: OpenVault): Promise<boolean> {
    if (!showName) return true;
    const { status } = await shareNameIn(store, roleIn(answer) ?? undefined);
    if (status === 'full') trouble = 'full';
    return status === 'saved';
  }

  const { personId } = begun;
  const given = () => roleIn(answer);
  const from = { personId, role: 'participant', bring, settle, given } as const;
  const came = await state.begin({ name, ownPhone, from, waitedFor });
  // Listed is what was gone back from: whoever goes on with the code once more is told that they are here already.
  if (came.status === 'listed') return came;
  if (came.status === 'begun' || came.status === 'here-already') {
    await keeper.drop();
    return came;
  }
  const meant = meantFor(answer);
  if (meant !== undefined && !asMeant) {
    // From now on it is used as theirs, also where the next answer is the one that gets lost.
    await keeper.keep({ ...begun, personId: meant });
    return comeWithCode(coming, true);
  }
  // This code will never do: nothing is to be asked for again.
  if (isRefused(answer)) await keeper.drop();
  return { status: 'trouble', trouble };
}

function isRefused(answer: HubAnswer<EnrolAnswer> | null): boolean {
  return answer?.status === 'refused';
}

function roleIn(answer: HubAnswer<EnrolAnswer> | null): Role | null {
  return answer?.status === 'answered' ? answer.answer.person.role : null;
}

function meantFor(answer: HubAnswer<EnrolAnswer> | null): string | undefined {
  return answer?.status === 'refused' && answer.why === 'code-for-someone-else' ? answer.personId : undefined;
}
