/** The JSON Schemas that `public/schemas/` publishes, made from the very schemas the app checks with. Not in the app. */
import * as z from 'zod/mini';
import type { RecordKinds } from '../core/define-record.ts';
import { profileSchema } from '../sync/protocol/profile.ts';
import { recordsFile, SCHEMA_ID } from './records-file.ts';

/**
 * Each by the name of its file. `instrument` is the schema of an instrument's definition. `earlier` are the bodies that were
 * published before and that files in the world still hold, by kind and schema: `action-1`.
 */
export function publishedSchemas(
  records: RecordKinds,
  instrument: z.ZodMiniType,
  earlier: Readonly<Record<string, object>>,
): Record<string, object> {
  const kinds = [...records.values()];
  const before = Object.keys(earlier).map((name) => {
    const [, kind = '', schema] = /^(.+)-(\d+)$/.exec(name) ?? [];
    return { kind, schema: Number(schema) };
  });
  const bodies = kinds.map(({ kind, schema, body }) => [`${kind}-${schema}`, schemaOf(body)] as const);
  return {
    'records-1.json': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: SCHEMA_ID,
      title: 'Records of a person, taken from Plotline',
      description:
        'Every version of every record. Kinds and schemas that are not among $defs are allowed: a newer app made them.',
      ...schemaOf(recordsFile),
      allOf: [
        {
          properties: {
            instruments: { items: { $ref: '#/$defs/instrument' } },
            versions: { items: { allOf: [erased, ...[...before, ...kinds].map(bodyOf)] } },
          },
        },
      ],
      $defs: { instrument: schemaOf(instrument), ...earlier, ...Object.fromEntries(bodies) },
    },
    'profile-1.json': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:plotline:schema:endpoint-profile:1',
      title: 'How Plotline speaks to a server',
      description: 'The parts of an endpoint profile, explained in docs/profiles.md.',
      ...schemaOf(profileSchema),
    },
  };
}

/** Says what the body is of a version of this kind and schema. */
function bodyOf({ kind, schema }: { kind: string; schema: number }): object {
  return {
    if: {
      properties: { kind: { const: kind }, schema: { const: schema }, removed: { not: { const: 'erased' } } },
    },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { anyOf: [{ properties: { body: { $ref: `#/$defs/${kind}-${schema}` } } }, endOfShare] },
  };
}

/** A share that was taken back elsewhere: that it ended is known, the words are not. */
const endOfShare = { properties: { audience: { const: 'me' }, body: { type: 'null' } } };

const erased = {
  if: { properties: { removed: { const: 'erased' } }, required: ['removed'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { properties: { body: { type: 'null' } } },
};

function schemaOf(schema: z.ZodMiniType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
