/** Where the app is: nobody here yet, choosing who it is, somebody's vault open, just erased, or storage out of reach. */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Environment } from '../core/environment.ts';
import type { Owner, Store } from '../core/store.ts';
import type { Role } from '../core/version.ts';
import { makeVault, type NewPerson, type NotMade, type OpenVault } from './make-vault.ts';
import type { PeopleList, PhonePerson } from './phone-people.ts';

export type Phase =
  | { at: 'first-run'; others: boolean }
  | { at: 'choose'; people: PhonePerson[] }
  | { at: 'open'; entry: PhonePerson; store: OpenVault; owner: Owner }
  /** Whoever was here has taken everything of theirs off this phone. `left`: what came of telling that elsewhere. */
  | { at: 'erased'; left: Promise<Left> | null }
  | { at: 'out-of-reach'; why: string };

/** `ended`: this phone is connected nowhere any more. `unknown`: somewhere it may still be counted as connected. */
export type Left = 'ended' | 'unknown';

/** What came of beginning. */
export type Begun =
  | { status: 'begun' }
  /** Their space is made and stands in the list of people; it was not entered, for the phone had moved on by then. */
  | { status: 'listed' }
  | NotMade;

/** Why the open vault works no more; `storage/connection.ts` finds it out. After 'unreachable' it may work again. */
export type Loss = 'removed' | 'newer-app' | 'unreachable';

export interface AppState {
  readonly phase: ReadonlySignal<Phase>;
  /** Null while the open vault works. */
  readonly loss: ReadonlySignal<Loss | null>;
  /**
   * Makes a vault, fills it and opens it; throws nothing: says why it could not. That may take minutes. Where somebody has
   * come in meanwhile, or the choice of people was gone back to, the vault is kept and not opened.
   */
  begin(person: NewPerson): Promise<Begun>;
  open(person: PhonePerson): Promise<void>;
  /** Closes the open vault and asks who is there; begins anew where nobody is. */
  leave(): Promise<void>;
  /**
   * Erases the open vault, its key and its person's place on this phone for good, in every window. False where the phone
   * could not: then everything is still there, and open. `leave` is begun only once all is gone, and nothing waits for it.
   */
  eraseMe(leave?: () => Promise<Left>): Promise<boolean>;
  /** Keeps the name on the list of people true to what the person wants to be called now. */
  knownAs(name: string): void;
  /** The role of the open vault's owner; null while none is open. */
  readonly role: ReadonlySignal<Role | null>;
  /**
   * Acts in the role that an organisation gave this person, from now on: the next record says it. False where the phone could
   * not keep it, or somebody else is inside by now; then nothing has changed.
   */
  actAs(role: Role, personId: string): Promise<boolean>;
  /** Takes over the role that another window was given, from now on until what it gives is called. */
  followRole(): () => void;
  /** The name typed at a first run that was broken off; empty where there is none any more. */
  nameBegun(): Promise<string>;
  /** Keeps what is typed at the first run, until somebody begins, goes back to the choice of people, or a day is over. */
  keepNameBegun(name: string): void;
  /** What those who are on this phone are called here. */
  namesHere(): Promise<string[]>;
  /** From the choice of people to a new person's first run. */
  addPerson(): void;
}

export interface AppParts<Entry extends PhonePerson> {
  directory: PeopleList<Entry>;
  /** Opens a person's vault; its owner's role is the entry's at any time. `onLoss` is told when it works no more. */
  openVault(entry: Entry, onLoss: (loss: Loss) => void): Promise<OpenVault>;
  environment: Environment;
  /** Called before the last person of this phone is erased: what was chosen on it was theirs. */
  beforeLastGoes?(): void;
  /** Called with the store once a new person's vault is open, to write who they are. */
  introduce(store: Store, name: string): Promise<{ status: string }>;
}

/** Looks who is on this phone and starts there: one person on their own phone goes straight in. */
export async function createAppState<Entry extends PhonePerson>(parts: AppParts<Entry>): Promise<AppState> {
  const { directory } = parts;
  const phase = signal<Phase>({ at: 'first-run', others: false });
  const role = signal<Role | null>(null);
  const loss = signal<Loss | null>(null);
  let close = () => {};
  let inside: Entry | undefined;
  /** Raised by whatever moves on: what was asked for before that, and is ready only now, changes nothing any more. */
  let turn = 0;

  function openStore(entry: Entry): Promise<OpenVault> {
    return parts.openVault(entry, (why) => {
      const now = phase.peek();
      // That of a person who has left since is nobody's concern.
      if (now.at === 'open' && now.entry.id === entry.id) loss.value = why;
    });
  }

  function enter(entry: Entry, store: OpenVault): void {
    turn += 1;
    // Somebody may begin in a space of their own while another's is open.
    close();
    close = () => store.close();
    inside = entry;
    loss.value = null;
    role.value = entry.role;
    phase.value = { at: 'open', entry, store, owner: store.owner };
  }

  const making = new Map<string, Promise<unknown>>();

  /** Somebody who is known elsewhere is made once, however often it is asked for: the next time they are here already. */
  function makeInTurn(person: NewPerson): ReturnType<typeof makeVault<Entry>> {
    const make = () => makeVault({ directory, openStore, introduce: parts.introduce }, person);
    const id = person.from?.personId;
    if (id === undefined) return make();
    const made = (making.get(id) ?? Promise.resolve()).then(make);
    making.set(id, made);
    return made;
  }

  async function open(entry: Entry): Promise<void> {
    const mine = ++turn;
    close();
    try {
      const store = await openStore(entry);
      if (turn === mine) enter(entry, store);
      else store.close();
    } catch (error) {
      if (turn === mine) phase.value = { at: 'out-of-reach', why: String(error) };
    }
  }

  async function arrive(people: Entry[]): Promise<void> {
    const [only, ...others] = people;
    if (only && others.length === 0 && only.ownPhone) await open(only);
    else ask(people);
  }

  function ask(people: Entry[]): void {
    phase.value = people.length > 0 ? { at: 'choose', people } : { at: 'first-run', others: false };
  }

  // Who was erased in another window is asked for no more, and a name that was changed there is the new one.
  const asking = computed(() => phase.value.at === 'choose');
  // Where that fails, it stands as it was: who is tapped is looked up anew.
  effect(() => (asking.value ? directory.watch().subscribe(ask, () => undefined) : undefined));

  /** Nobody is inside any more. */
  function shut(): void {
    close();
    close = () => {};
    inside = undefined;
    role.value = null;
  }

  /** Where the phone keeps nothing, the field still has it. */
  function keepNameBegun(name: string): void {
    directory.keepNameBegun(name).catch(() => undefined);
  }

  /** Whoever stands at a first run by now can go back from it to where the new one is listed. */
  function keepListed(store: OpenVault): Begun {
    store.close();
    if (phase.peek().at === 'first-run') phase.value = { at: 'first-run', others: true };
    return { status: 'listed' };
  }

  try {
    await arrive(await directory.atStart());
  } catch (error) {
    phase.value = { at: 'out-of-reach', why: String(error) };
  }

  return {
    phase,
    loss,
    async open({ id }) {
      const mine = ++turn;
      const people = await directory.list();
      if (turn !== mine) return;
      const entry = people.find((person) => person.id === id);
      await (entry ? open(entry) : arrive(people));
    },
    async begin(person) {
      const mine = turn;
      const made = await makeInTurn(person);
      if (made.status !== 'made') return made;
      if (turn !== mine || person.waitedFor?.() === false) return keepListed(made.store);
      enter(made.entry, made.store);
      await directory.keepNameBegun('').catch(() => undefined);
      return { status: 'begun' };
    },
    async leave() {
      const mine = ++turn;
      shut();
      keepNameBegun('');
      try {
        const people = await directory.list();
        if (turn === mine) ask(people);
      } catch (error) {
        // No screen may stay that reads from what is closed.
        if (turn === mine) phase.value = { at: 'out-of-reach', why: String(error) };
      }
    },
    async eraseMe(leave) {
      const entry = inside;
      if (!entry) return false;
      const mine = ++turn;
      // Closed first: this window is not to be told of a loss.
      close();
      try {
        const people = await directory.list();
        if (people.every(({ id }) => id === entry.id)) parts.beforeLastGoes?.();
        await directory.remove(entry.id);
      } catch {
        if (turn === mine) await open(entry);
        return false;
      }
      const left = leave?.() ?? null;
      if (turn !== mine) return true;
      shut();
      phase.value = { at: 'erased', left };
      return true;
    },
    knownAs(name) {
      const now = phase.value;
      if (now.at !== 'open' || now.entry.label === name) return;
      now.entry.label = name;
      // The list is a convenience: a name that could not be renewed there harms nothing.
      directory.rename(now.entry.id, name).catch(() => undefined);
    },
    role,
    async actAs(given, personId) {
      const now = phase.peek();
      if (now.at !== 'open' || now.entry.personId !== personId) return false;
      try {
        await directory.setRole(now.entry.id, given);
      } catch {
        return false;
      }
      now.entry.role = given;
      // Somebody else may have come in while it was kept.
      if (inside === now.entry) role.value = given;
      return true;
    },
    followRole() {
      const entry = inside;
      if (!entry) return () => {};
      return directory.watchRole(entry.id, (given) => {
        entry.role = given;
        role.value = given;
      });
    },
    nameBegun: () => directory.nameBegun().catch(() => ''),
    keepNameBegun,
    namesHere: async () => (await directory.list()).map(({ label }) => label),
    addPerson() {
      turn += 1;
      phase.value = { at: 'first-run', others: true };
    },
  };
}
