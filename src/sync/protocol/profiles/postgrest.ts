/** The profile of PostgREST, and of Supabase, which is one. */
import type { Profile } from '../profile.ts';

const tables = `-- As the owner of the database, once. The role that logs in is called authenticated here, as at Supabase.
create table versions (
  key text primary key,
  digest text not null,
  record_id text not null,
  rev text not null,
  base text,
  settles text,
  kind text not null,
  schema integer not null,
  subject text not null,
  author text not null,
  occurred_at text not null,
  recorded_at text not null,
  audience text not null,
  removed text,
  -- Text that holds JSON, because jsonb refuses some of what people can write.
  body text not null,
  received_at timestamptz not null default clock_timestamp()
);
create index on versions (received_at, key);
create index on versions (subject);
create table pieces (key text primary key, content text not null);
grant select, insert, delete on versions to authenticated;
grant select, insert on pieces to authenticated;
-- Who may see what is decided here: everybody who can log in sees everything until there are policies of your own.
alter table versions enable row level security;
alter table pieces enable row level security;
create policy everybody on versions to authenticated using (true) with check (true);
create policy everybody on pieces to authenticated using (true) with check (true);
`;

export const postgrestProfile: Profile = {
  plotlineProfile: 1,
  name: 'PostgREST or Supabase',
  about: 'A PostgreSQL database with a REST interface. Its own policies decide who sees what.',
  setUp: tables,
  names: { versions: 'versions', pieces: 'pieces' },
  auth: { kind: 'bearer' },
  document: {
    as: 'fields',
    key: 'key',
    digest: 'digest',
    names: { id: 'record_id', occurredAt: 'occurred_at', recordedAt: 'recorded_at' },
    asText: ['author', 'settles', 'body'],
  },
  create: {
    method: 'POST',
    path: '/{versions}',
    headers: { Prefer: 'return=representation,resolution=ignore-duplicates' },
    body: ['{document}'],
    batch: {
      method: 'POST',
      path: '/{versions}',
      headers: { Prefer: 'return=representation,resolution=ignore-duplicates' },
      body: '{documents}',
      versions: 100,
      bytes: 262_144,
      // Only what is new is given back; the rest was there.
      results: { at: '', match: 'key', key: '/key', document: '', unmentioned: 'exists' },
    },
  },
  verify: { by: 'echo', document: '/0' },
  read: { method: 'GET', path: '/{versions}?key=eq.{key}', document: '/0' },
  readMany: {
    method: 'GET',
    path: '/{versions}?key=in.({keys})',
    versions: 50,
    items: '',
    document: '',
  },
  pull: {
    by: 'time',
    method: 'GET',
    path: '/{versions}?received_at=gte.{since}&order=received_at,key&limit={limit}&offset={offset}',
    items: '',
    document: '',
    time: '/received_at',
    format: 'iso',
    overlapSeconds: 60,
    limit: 200,
  },
  remove: { method: 'DELETE', path: '/{versions}?key=eq.{key}' },
  attachments: {
    by: 'pieces',
    bytes: 196_608,
    key: 'key',
    content: 'content',
    create: {
      method: 'POST',
      path: '/{pieces}',
      headers: { Prefer: 'return=minimal,resolution=ignore-duplicates' },
      body: '{document}',
    },
    read: { method: 'GET', path: '/{pieces}?key=eq.{key}', document: '/0' },
  },
  rules: [
    // A policy refuses this row; the login itself is good.
    { on: ['create', 'batch'], status: 403, at: '/code', is: '42501', contains: '42501', outcome: 'reject' },
  ],
};
