/** THE list of record kinds, what people can do first. A new kind is a folder under `features/` and a line here. */
import { action } from './features/actions/model/action.ts';
import { asset } from './features/assets/model/asset.ts';
import { conversation } from './features/conversations/model/conversation.ts';
import { person } from './features/people/model/person.ts';
import { reading } from './features/readings/model/reading.ts';
import { reflection } from './features/reflections/model/reflection.ts';
import type { RecordKinds } from './core/define-record.ts';

export const records: RecordKinds = new Map(
  [asset, reflection, reading, conversation, action, person].map((kind) => [kind.kind, kind]),
);
