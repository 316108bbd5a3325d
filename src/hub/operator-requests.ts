/** What the operator can tell a hub on the command line, `npm run hub -- invite …`, and what it says back. */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { roles } from '../core/version.ts';
import {
  invitationAnswerSchema,
  invitationRequestSchema,
  openInvitationSchema,
} from '../sync/protocol/hub-api.ts';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** Where `organisation` names one and is left out, there must be only one. */
export const operatorRequestSchema = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('invite'),
    organisation: z.optional(z.string()),
    invitation: invitationRequestSchema,
  }),
  z.object({ command: z.literal('end'), organisation: z.optional(z.string()), person: uuid }),
  z.object({ command: z.literal('codes'), organisation: z.optional(z.string()) }),
  z.object({ command: z.literal('take-back'), organisation: z.optional(z.string()), id: uuid }),
  z.object({ command: z.literal('organisation'), name, sites: z.array(name).check(z.minLength(1)) }),
]);
export type OperatorRequest = z.infer<typeof operatorRequestSchema>;

export const operatorAnswerSchema = z.discriminatedUnion('command', [
  z.object({ command: z.literal('invite'), invitation: invitationAnswerSchema }),
  z.object({ command: z.literal('end'), ended: z.int() }),
  /** Those that are open. */
  z.object({ command: z.literal('codes'), invitations: z.array(openInvitationSchema) }),
  z.object({ command: z.literal('take-back') }),
  /** With a code for its first coordinator. */
  z.object({ command: z.literal('organisation'), name: z.string(), invitation: invitationAnswerSchema }),
]);
export type OperatorAnswer = z.infer<typeof operatorAnswerSchema>;

export type Command = OperatorRequest['command'];

export type ArgumentsOutcome =
  { status: 'ok'; request: OperatorRequest } | { status: 'wrong'; complaint: string };

const usages: Readonly<Record<Command, string>> = {
  invite: `npm run hub -- invite --role worker --site "Garden" [--person <id>] [--hours 24] [--organisation <name>]
roles: ${roles.join(', ')}`,
  end: `npm run hub -- end --person <id> [--organisation <name>]
The id is the last part of the address of the person's page in the app: /people/<id>`,
  codes: 'npm run hub -- codes [--organisation <name>]',
  'take-back': `npm run hub -- take-back <id> [--organisation <name>]
"npm run hub -- codes" lists the codes that are open, with their ids`,
  organisation: 'npm run hub -- organisation "Another project" --site "Garden" [--site "Orchard"]',
};

const commands: readonly Command[] = ['invite', 'codes', 'take-back', 'end', 'organisation'];

/** Null where it is no command. */
export function readCommand(word: string): Command | null {
  return commands.find((command) => command === word) ?? null;
}

/** Reads what stands after the command. */
export function readArguments(command: Command, given: string[]): ArgumentsOutcome {
  const usage = usages[command];
  try {
    const request = operatorRequestSchema.safeParse({ command, ...readers[command](given) });
    if (request.success) return { status: 'ok', request: request.data };
    const wrong = request.error.issues[0]?.path.at(-1) ?? '';
    return { status: 'wrong', complaint: `"${String(wrong)}" is not as it should be.\n${usage}` };
  } catch (error) {
    return { status: 'wrong', complaint: `${error instanceof Error ? error.message : ''}\n${usage}` };
  }
}

const text = { type: 'string' } as const;

const readers: Readonly<Record<Command, (given: string[]) => object>> = {
  invite(args) {
    const options = { role: text, site: text, person: text, hours: text, organisation: text };
    const { role, site, person, hours, organisation } = parseArgs({ args, options }).values;
    const invitation = {
      role: role ?? 'participant',
      ...(site === undefined ? {} : { site }),
      ...(person === undefined ? {} : { personId: person }),
      ...(hours === undefined ? {} : { hours: Number(hours) }),
    };
    return { invitation, ...(organisation === undefined ? {} : { organisation }) };
  },
  end: (args) => parseArgs({ args, options: { person: text, organisation: text } }).values,
  codes: (args) => parseArgs({ args, options: { organisation: text } }).values,
  'take-back'(args) {
    const options = { organisation: text };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length !== 1) throw new Error('Say the id of one code.');
    return { ...values, id: positionals[0] };
  },
  organisation(args) {
    const options = { site: { type: 'string', multiple: true } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.length !== 1) throw new Error('Say its name, in one piece: "Another project".');
    return { name: positionals[0], sites: values.site ?? [] };
  },
};
