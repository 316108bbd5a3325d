/** The steps of connecting: how, what will be seen, and only then anything is sent. */
import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { createId } from '../../core/ids.ts';
import { roles } from '../../core/version.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { hubProfile } from '../../sync/protocol/profiles/hub.ts';
import { useShareName } from '../../features/people/ui/use-share-name.ts';
import { useServices } from '../../ui/services.tsx';
import { useApp } from '../app-context.tsx';
import { settingsOf } from '../sync/settings-of.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { leaveHub } from './ask-hub.ts';
import { carriedByNext, connectionFor } from './carried-by.ts';
import type { CodeTrouble } from './code-entry.tsx';
import { beginEnrolment, endEnrolment, loadEnrolment } from './enrolment-draft.ts';
import { createEnrolOnce } from './enrol-once.ts';
import { findPlan } from './find-plan.ts';
import { memberSettings } from './member-settings.ts';
import { troubleOf, type CodePlan, type ConnectTrouble, type LoginPlan, type Plan } from './plan.ts';
import { codeInHash } from './read-code.ts';
import type { TypedServer } from './typed-server.ts';

/** Whether it is being connected: asking whether one may, there is a way back; once it is being kept here, there is none. */
export type Busy = false | 'asking' | 'keeping';

export type ConnectStage =
  | { at: 'ways'; trouble: CodeTrouble | null }
  /** A server that is no hub, and what was typed there before. */
  | { at: 'server'; typed: TypedServer | null }
  | { at: 'look'; plan: Plan; busy: Busy; trouble: ConnectTrouble | null }
  /** The code belongs to a person who is not the one of this space. */
  | { at: 'someone-else'; plan: CodePlan; personId: string }
  | { at: 'done'; name: string };

export interface ConnectSteps {
  stage: ReadonlySignal<ConnectStage>;
  /** True where a code was begun with here that this phone cannot open any more. */
  damaged: ReadonlySignal<boolean>;
  /** Throws what is left of it away. */
  forgetDamaged(): Promise<void>;
  /** What was scanned, pasted or typed. */
  code(text: string): Promise<void>;
  trouble(trouble: CodeTrouble): void;
  toServer(): void;
  look(settings: ConnectionSettings, typed: TypedServer): void;
  /** To where one came from. What is being asked goes no further; a code that is used by then stays good for going on. */
  back(): void;
  /** Sends for the first time. With `showName`, the owner's name is shared too. */
  connect(plan: Plan, showName: boolean): Promise<void>;
}

export function useConnect(desk: SyncDesk): ConnectSteps {
  const { store, environment, owner } = useServices();
  const { state } = useApp();
  const shareName = useShareName();
  const stage = useSignal<ConnectStage>({ at: 'ways', trouble: null });
  const damaged = useSignal(false);
  const [enrolOnce] = useState(createEnrolOnce);

  async function code(text: string): Promise<void> {
    const found = await findPlan(text);
    stage.value =
      'plan' in found
        ? { at: 'look', plan: found.plan, busy: false, trouble: null }
        : { at: 'ways', trouble: found.trouble };
  }

  /** Null where nobody wants them any more. */
  async function settingsFor(
    plan: Plan,
    wanted: () => boolean,
  ): Promise<ConnectionSettings | ConnectTrouble | { personId: string } | null> {
    if (plan.by === 'login') return plan.settings;
    const { attempt } = await beginEnrolment(store, environment, plan);
    // Another code stands in its place now.
    damaged.value = false;
    if (!wanted()) return null;
    const answer = await enrolOnce({ ...plan, attempt, personId: owner.personId });
    // The code may be used now. Its draft stays, and with it the attempt: tapping Connect again goes on, also another day.
    if (!wanted()) return null;
    if (answer.status === 'answered') {
      return memberSettings(plan.address, hubProfile, answer.answer, environment.now());
    }
    if (answer.status !== 'refused') return troubleOf(answer);
    if (answer.why === 'code-for-someone-else' && answer.personId) return { personId: answer.personId };
    // This code will never do: nothing is to be asked for again.
    await endEnrolment(store);
    return troubleOf(answer);
  }

  async function actAs({ member }: ConnectionSettings): Promise<void> {
    const role = roles.find((one) => one === member?.role);
    if (role) await state.actAs(role, owner.personId);
  }

  async function connect(plan: Plan, showName: boolean): Promise<void> {
    const asking: ConnectStage = { at: 'look', plan, busy: 'asking', trouble: null };
    stage.value = asking;
    const fail = (trouble: ConnectTrouble) => {
      stage.value = { at: 'look', plan, busy: false, trouble };
    };
    const settings = await settingsFor(plan, () => stage.peek() === asking);
    if (settings === null || stage.peek() !== asking) return;
    if (typeof settings === 'string') return fail(settings);
    if ('personId' in settings) {
      if (plan.by === 'code') stage.value = { at: 'someone-else', plan, personId: settings.personId };
      return;
    }
    const connections = desk.connections.peek();
    const login: LoginPlan = { by: 'login', settings };
    const there = connectionFor(connections, login);
    const expected = plan.by === 'code' ? connectionFor(connections, plan) : there;
    if (expected && expected.id !== there?.id) {
      // What was looked over held for another organisation: it is looked over again, before anything goes.
      stage.value = { at: 'look', plan: { ...login, beside: expected }, busy: false, trouble: null };
      return;
    }
    const before = there && settingsOf(there);
    const connection = there
      ? { ...there, settings: before?.member ? { ...settings, phones: before.phones ?? [] } : settings }
      : { id: createId(environment), carries: carriedByNext(connections), settings };
    // From here on it is this phone's own doing, and over in a moment: sending begins as soon as it is kept.
    stage.value = { ...asking, busy: 'keeping' };
    const kept = await desk.connect(connection);
    if (kept.status !== 'kept') return fail(kept.status);
    if (settings.member) await endEnrolment(store);
    if (before?.member) endLogin(before);
    await actAs(settings);
    try {
      if (showName) await shareName();
    } finally {
      // It is connected, whatever came of the name: what was not shared can be shared later, and nobody is kept waiting here.
      desk.now();
      stage.value = { at: 'done', name: settings.name };
    }
  }

  // Left in another way than by Back, it is left all the same. At once: an effect after the next frame may be too late.
  useLayoutEffect(
    () => () => {
      const now = stage.peek();
      if (now.at === 'look' && now.busy === 'asking') stage.value = { at: 'ways', trouble: null };
    },
    [stage],
  );

  useEffect(() => {
    const given = codeInHash(location.hash);
    // It is of no more use in the address, where others could read it.
    if (given !== null) history.replaceState(history.state, '', location.pathname);
    const begin = async () => {
      if (given !== null) await code(given);
      const begun = await loadEnrolment(store);
      damaged.value = begun.status === 'damaged';
      if (given !== null || begun.status !== 'here' || stage.peek().at !== 'ways') return;
      const { address, code: used } = begun.value;
      stage.value = { at: 'look', plan: { by: 'code', address, code: used }, busy: false, trouble: null };
    };
    void begin();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, with what the address brought
  }, []);

  return {
    stage,
    damaged,
    async forgetDamaged() {
      const { status } = await endEnrolment(store);
      if (status === 'saved') damaged.value = false;
    },
    code,
    trouble(trouble) {
      stage.value = { at: 'ways', trouble };
    },
    toServer() {
      stage.value = { at: 'server', typed: null };
    },
    look(settings, typed) {
      stage.value = { at: 'look', plan: { by: 'login', settings, typed }, busy: false, trouble: null };
    },
    back() {
      const now = stage.peek();
      // Its button is off then; a tap may have been quicker.
      if (now.at === 'look' && now.busy === 'keeping') return;
      const typed = now.at === 'look' && now.plan.by === 'login' ? now.plan.typed : undefined;
      stage.value = typed ? { at: 'server', typed } : { at: 'ways', trouble: null };
    },
    connect,
  };
}

/** Else this phone would be listed there twice. Where the hub is not reached, it stays, and is told as a phone one does not know. */
function endLogin({ address, login }: ConnectionSettings): void {
  leaveHub({ address, token: login['token'] ?? '' }).catch(() => undefined);
}
