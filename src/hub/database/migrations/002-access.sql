-- Who may see and do what. Two roles without any right of their own: `plotline_member` acts for one person,
-- `plotline_keeper` for the organisation (who may come in, what stands where). Each sees one organisation only.

create function plotline.organisation() returns uuid language sql stable
  as $$ select nullif(current_setting('plotline.organisation', true), '')::uuid $$;
create function plotline.person() returns uuid language sql stable
  as $$ select nullif(current_setting('plotline.person', true), '')::uuid $$;
create function plotline.device() returns uuid language sql stable
  as $$ select nullif(current_setting('plotline.device', true), '')::uuid $$;
create function plotline.role() returns text language sql stable
  as $$ select current_setting('plotline.role', true) $$;
create function plotline.is_staff() returns boolean language sql stable
  as $$ select plotline.role() in ('worker', 'trainer', 'assessor') $$;
create function plotline.sees_all() returns boolean language sql stable
  as $$ select plotline.role() = 'coordinator' $$;

-- The sites one belongs to.
create function plotline.my_sites() returns setof uuid language sql stable security definer set search_path = pg_catalog
  as $$
    select site_id from plotline.person_sites
    where organisation_id = plotline.organisation() and person_id = plotline.person()
  $$;

-- Whom and what one may read and write about; of a coordinator it is everything, which is not listed here.
create function plotline.my_subjects() returns setof uuid language sql stable security definer set search_path = pg_catalog
  as $$
    select plotline.person()
    union
    select there.person_id from plotline.person_sites there
    where plotline.is_staff() and there.organisation_id = plotline.organisation()
      and there.site_id in (select plotline.my_sites())
    union
    select site_id from plotline.my_sites() site_id where plotline.is_staff()
  $$;

-- Binds the transaction to whoever holds the token; gives nothing where nobody does. With a lock, it is taken before the
-- next statement sees anything: 'shared' to add versions, 'alone' for what changes who sees what or takes away.
create function plotline.sign_in(of_organisation uuid, of_token text, lock text default null)
  returns table (person_id uuid, role text, epoch integer, device_id uuid, device_since timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    declare
      key bigint := hashtextextended('plotline ' || of_organisation::text, 0);
    begin
      perform set_config('plotline.organisation', of_organisation::text, true);
      select device.person_id, someone.role, someone.epoch, device.device_id, device.made_at
        into sign_in.person_id, sign_in.role, sign_in.epoch, sign_in.device_id, sign_in.device_since
        from plotline.devices device
        join plotline.people someone
          on someone.organisation_id = device.organisation_id and someone.person_id = device.person_id
        where device.organisation_id = of_organisation and device.token_hash = of_token
          and device.ended_at is null and someone.role is not null;
      if not found then return; end if;
      perform set_config('plotline.person', sign_in.person_id::text, true);
      perform set_config('plotline.role', sign_in.role, true);
      perform set_config('plotline.device', sign_in.device_id::text, true);
      if lock = 'shared' then perform pg_advisory_xact_lock_shared(key); end if;
      if lock = 'alone' then perform pg_advisory_xact_lock(key); end if;
      return next;
    end
  $$;

-- What is known of the people and sites that somebody wants to write about.
create function plotline.subject_facts(subjects uuid[])
  returns table (subject uuid, known boolean, writable boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select wanted,
      exists (select from plotline.people where organisation_id = plotline.organisation() and person_id = wanted)
        or exists (select from plotline.sites where organisation_id = plotline.organisation() and site_id = wanted),
      plotline.sees_all() or wanted in (select plotline.my_subjects())
    from unnest(subjects) wanted
  $$;

-- What stands of records, whoever may see them: nothing of what they say.
create function plotline.record_facts(records uuid[])
  returns table (record_id uuid, subjects uuid[], erased boolean, back_rev text, mine boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select record_id, array_agg(distinct subject), bool_or(removed is not distinct from 'erased'),
      max(rev) filter (where audience = 'me'),
      bool_or(subject = plotline.person()) or (array_agg(author order by xact, seq))[1] = plotline.person()
    from plotline.versions
    where organisation_id = plotline.organisation() and record_id = any (records)
    group by record_id
  $$;

-- Which digest stands under each key, and whether this transaction put it there.
create function plotline.standing(records uuid[], revs text[])
  returns table (record_id uuid, rev text, digest text, fresh boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select there.record_id, there.rev, there.digest, there.xact = pg_current_xact_id_if_assigned()
    from unnest(records, revs) as wanted (record_id, rev)
    join plotline.versions there on there.organisation_id = plotline.organisation()
      and there.record_id = wanted.record_id and there.rev = wanted.rev
  $$;

-- Who may erase a record or take its share back: whom it is about, who made it, a coordinator. Who made it is told by
-- what was here before this transaction, and first: a version can be made to look older than it is.
create function plotline.may_end(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select plotline.sees_all() or count(*) = 0 or bool_or(subject = plotline.person())
      or (array_agg(author order by xact, seq))[1] = plotline.person()
    from plotline.versions where organisation_id = plotline.organisation() and record_id = record
      and xact is distinct from pg_current_xact_id_if_assigned()
  $$;

-- Leaves nothing of a record but its tombstones, and none of the photos and recordings that were its alone.
create function plotline.erase_record(record uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    declare
      of_it text[];
    begin
      if not plotline.may_end(record) then raise insufficient_privilege using message = 'this record may not be erased by this person'; end if;
      select array_agg(distinct sha256) into of_it from plotline.version_attachments
        where organisation_id = plotline.organisation() and record_id = record;
      delete from plotline.versions
        where organisation_id = plotline.organisation() and record_id = record and removed is distinct from 'erased';
      delete from plotline.attachments gone
        where organisation_id = plotline.organisation() and sha256 = any (of_it)
          and not exists (select from plotline.version_attachments still
            where still.organisation_id = gone.organisation_id and still.sha256 = gone.sha256);
    end
  $$;

-- From here on, what was said before `until` is only for whom it is about and whoever said it.
create function plotline.take_back(record uuid, until text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    begin
      if not plotline.may_end(record) then raise insufficient_privilege using message = 'this share may not be taken back by this person'; end if;
      update plotline.versions set taken_back = true
        where organisation_id = plotline.organisation() and record_id = record and rev < until
          and audience <> 'me' and removed is distinct from 'erased';
    end
  $$;

-- One goes: the token this transaction was signed in with is worth nothing any more.
create function plotline.end_my_device() returns void language sql volatile security definer set search_path = pg_catalog
  as $$
    update plotline.devices set ended_at = now()
    where organisation_id = plotline.organisation() and device_id = plotline.device() and ended_at is null
  $$;

-- A phone is lost: whoever may help its owner ends all their devices. Gives how many there were.
create function plotline.end_devices(of_person uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    declare
      ended integer;
    begin
      if not (plotline.sees_all() or of_person = plotline.person() or (
        of_person in (select plotline.my_subjects()) and exists (
          select from plotline.people where organisation_id = plotline.organisation() and person_id = of_person
            and role in ('participant', 'peer', 'employer', 'community')))) then
        raise insufficient_privilege using message = 'these devices may not be ended by this person';
      end if;
      update plotline.devices set ended_at = now()
        where organisation_id = plotline.organisation() and person_id = of_person and ended_at is null;
      get diagnostics ended = row_count;
      return ended;
    end
  $$;

-- A person that nobody has named yet belongs to the sites of whoever first writes about them.
create function plotline.place_people(newcomers uuid[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    begin
      if not (plotline.is_staff() or plotline.sees_all()) then raise insufficient_privilege; end if;
      with placed as (
        insert into plotline.people (organisation_id, person_id)
        select plotline.organisation(), newcomer from unnest(newcomers) newcomer
        where not exists (select from plotline.sites
          where organisation_id = plotline.organisation() and site_id = newcomer)
        on conflict do nothing
        returning person_id
      )
      insert into plotline.person_sites (organisation_id, site_id, person_id)
      select plotline.organisation(), site_id, placed.person_id from placed, plotline.my_sites() site_id;
    end
  $$;

do $$
  declare
    named text;
  begin
    for named in select tablename from pg_tables where schemaname = 'plotline' and tablename <> 'migrations' loop
      execute format('alter table plotline.%I enable row level security', named);
      execute format('alter table plotline.%I force row level security', named);
      -- Whoever runs the migrations: upkeep of the whole, never for a request.
      execute format('create policy upkeep on plotline.%I to %I using (true) with check (true)', named, current_user);
      execute format('create policy kept on plotline.%I to plotline_keeper using (organisation_id = plotline.organisation())', named);
      execute format('grant select, insert, update, delete on plotline.%I to plotline_keeper', named);
      execute format('grant select on plotline.%I to plotline_member', named);
    end loop;
    for named in select oid::regprocedure from pg_proc where pronamespace = 'plotline'::regnamespace loop
      execute 'revoke all on function ' || named || ' from public';
      execute 'grant execute on function ' || named || ' to plotline_member, plotline_keeper';
    end loop;
  end
$$;
grant usage on schema plotline to plotline_member, plotline_keeper;
grant usage on sequence plotline.version_order to plotline_member, plotline_keeper;

-- Before a code is accepted nobody knows of which organisation it is: whoever knows the code sees its one row.
create policy by_code on plotline.invitations for select to plotline_keeper
  using (code_hash = current_setting('plotline.code_hash', true));

create policy own on plotline.organisations for select to plotline_member
  using (organisation_id = plotline.organisation());
create policy own on plotline.sites for select to plotline_member
  using (organisation_id = plotline.organisation()
    and (plotline.sees_all() or site_id in (select plotline.my_sites())));
create policy own on plotline.people for select to plotline_member
  using (organisation_id = plotline.organisation()
    and (plotline.sees_all() or person_id in (select plotline.my_subjects())));
create policy own on plotline.person_sites for select to plotline_member
  using (organisation_id = plotline.organisation()
    and (plotline.sees_all() or person_id in (select plotline.my_subjects())));

create policy readable on plotline.versions for select to plotline_member
  using (organisation_id = plotline.organisation()
    and (plotline.sees_all() or subject in (select plotline.my_subjects()))
    and (not taken_back or subject = plotline.person() or author = plotline.person()));
create policy writable on plotline.versions for insert to plotline_member
  with check (organisation_id = plotline.organisation() and received_from = plotline.person()
    and (plotline.sees_all() or subject in (select plotline.my_subjects())));
grant insert on plotline.versions to plotline_member;

-- A photo or recording is as open as the versions that refer to it.
create policy readable on plotline.version_attachments for select to plotline_member
  using (organisation_id = plotline.organisation() and exists (
    select from plotline.versions referring where referring.organisation_id = version_attachments.organisation_id
      and referring.record_id = version_attachments.record_id and referring.rev = version_attachments.rev));
create policy writable on plotline.version_attachments for insert to plotline_member
  with check (organisation_id = plotline.organisation());
create policy referred on plotline.attachments to plotline_member
  using (organisation_id = plotline.organisation() and exists (
    select from plotline.version_attachments ref where ref.organisation_id = attachments.organisation_id
      and ref.sha256 = attachments.sha256));
create policy referred on plotline.attachment_parts to plotline_member
  using (organisation_id = plotline.organisation() and exists (
    select from plotline.version_attachments ref where ref.organisation_id = attachment_parts.organisation_id
      and ref.sha256 = attachment_parts.sha256));
grant insert on plotline.version_attachments to plotline_member;
grant insert, update, delete on plotline.attachments, plotline.attachment_parts to plotline_member;

-- A coordinator invites anybody; a worker those who are not staff; everybody a further device of their own.
create policy made on plotline.invitations for insert to plotline_member
  with check (organisation_id = plotline.organisation() and made_by = plotline.person() and (
    plotline.sees_all()
    or (plotline.is_staff() and role in ('participant', 'peer', 'employer', 'community'))
    or (person_id = plotline.person() and role = plotline.role())));
create policy made on plotline.invitation_sites for insert to plotline_member
  with check (organisation_id = plotline.organisation()
    and (plotline.sees_all() or site_id in (select plotline.my_sites())));
create policy made on plotline.sites for insert to plotline_member
  with check (organisation_id = plotline.organisation() and plotline.sees_all());
grant insert on plotline.invitations, plotline.invitation_sites, plotline.sites to plotline_member;

-- The functions that look further than a member may do so as the keeper.
grant create on schema plotline to plotline_keeper;
alter function plotline.my_sites() owner to plotline_keeper;
alter function plotline.my_subjects() owner to plotline_keeper;
alter function plotline.sign_in(uuid, text, text) owner to plotline_keeper;
alter function plotline.subject_facts(uuid[]) owner to plotline_keeper;
alter function plotline.record_facts(uuid[]) owner to plotline_keeper;
alter function plotline.standing(uuid[], text[]) owner to plotline_keeper;
alter function plotline.may_end(uuid) owner to plotline_keeper;
alter function plotline.erase_record(uuid) owner to plotline_keeper;
alter function plotline.take_back(uuid, text) owner to plotline_keeper;
alter function plotline.end_my_device() owner to plotline_keeper;
alter function plotline.end_devices(uuid) owner to plotline_keeper;
alter function plotline.place_people(uuid[]) owner to plotline_keeper;
revoke create on schema plotline from plotline_keeper;
