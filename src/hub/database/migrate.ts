/** Brings a database to the shape this hub needs: the numbered scripts beside it, each once, all or nothing. */
import * as z from 'zod/mini';
import type { Database, Transaction } from './database.ts';

/** Scripts by file name, which begins with their number. */
const scripts = Object.entries(
  import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
)
  .map(([path, sql]) => ({ number: Number(/(\d+)-[^/]*$/.exec(path)?.[1]), sql }))
  .sort((a, b) => a.number - b.number);

/** All scripts as one text: changes whenever the shape of the database does. */
export const shape = scripts.map(({ sql }) => sql).join('\n');

/** Several hubs may start at once: the first does it, the others wait. Throws where the database is of a newer hub. */
export async function migrate(database: Database): Promise<{ applied: number[] }> {
  return database.transaction('upkeep', async (transaction) => {
    // However much there is to go through, and however long another takes over it: a half-minute is for requests.
    await transaction.script('set local statement_timeout = 0; set local lock_timeout = 0');
    await transaction.script("select pg_advisory_xact_lock(hashtextextended('plotline migrations', 0))");
    await transaction.script(foundations);
    const [at] = await transaction.query(
      z.object({ number: z.number() }),
      'select coalesce(max(number), 0)::int as number from plotline.migrations',
    );
    const last = scripts.at(-1)?.number ?? 0;
    if (at && at.number > last) {
      throw new Error(
        `The database is of a newer Plotline (its shape is number ${at.number}, this one knows ${last}).`,
      );
    }
    await transaction.script(whoseItIs);
    const due = scripts.filter(({ number }) => number > (at?.number ?? 0));
    for (const { number, sql } of due) {
      await transaction.script(sql);
      await transaction.change('insert into plotline.migrations (number) values ($1)', [number]);
    }
    await mendOrder(transaction);
    return { applied: due.map(({ number }) => number) };
  });
}

/**
 * Roles belong to the whole server, so another database may have made them; they may also have been made by hand, as the
 * schema. Since PostgreSQL 16 whoever made a role may grant it and cannot yet act as it.
 */
const foundations = `
  do $$
    declare
      wanted text;
      acting text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
      owner oid := (select nspowner from pg_namespace where nspname = 'plotline');
    begin
      foreach wanted in array array['plotline_member', 'plotline_keeper'] loop
        begin
          if not exists (select from pg_roles where rolname = wanted) then
            begin
              execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then null;
            end;
          end if;
          if not pg_has_role(current_user, wanted, acting) then
            execute format('grant %I to %I', wanted, current_user);
          end if;
        exception when insufficient_privilege then
          raise exception 'The database needs the roles plotline_member and plotline_keeper, granted to the user %, who may not do that. docs/hub.md has the SQL for it.', current_user;
        end;
      end loop;
      if owner is null then
        create schema plotline;
      elsif not pg_has_role(current_user, owner, 'member') then
        raise exception 'The schema plotline belongs to the user %, and not to %. docs/hub.md has the SQL for it.', pg_get_userbyid(owner), current_user;
      end if;
    end
  $$;
  create table if not exists plotline.migrations (
    number integer primary key,
    at timestamptz not null default now()
  );
`;

/**
 * Whoever runs the hub now may have been handed the tables by somebody else, and an ordinary user restores functions as
 * their own: those that look further than a member may must do so as the keeper, never as whoever sees everything.
 */
const whoseItIs = `
  do $$
    declare
      named text;
    begin
      for named in select tablename from pg_policies
        where schemaname = 'plotline' and policyname = 'upkeep' and not current_user = any (roles) loop
        execute format('alter policy upkeep on plotline.%I to %I', named, current_user);
      end loop;
      for named in select oid::regprocedure from pg_proc
        where pronamespace = 'plotline'::regnamespace and prosecdef and proowner <> 'plotline_keeper'::regrole loop
        grant create on schema plotline to plotline_keeper;
        execute 'alter function ' || named || ' owner to plotline_keeper';
        revoke create on schema plotline from plotline_keeper;
      end loop;
    end
  $$;
`;

/**
 * In a database restored on another server, transaction numbers may lie ahead of that server's: such versions would not
 * be listed until it gets there. They are numbered anew, in their order; everybody's pull then begins from the start.
 */
async function mendOrder(transaction: Transaction): Promise<void> {
  await transaction.script(`
    update plotline.versions set xact = pg_current_xact_id()
    where exists (
      select from plotline.organisations,
        lateral (select xact from plotline.versions last
          where last.organisation_id = organisations.organisation_id order by xact desc limit 1) newest
      where newest.xact >= pg_snapshot_xmax(pg_current_snapshot())
    )
  `);
}
