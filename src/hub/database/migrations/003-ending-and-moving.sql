-- Ending somebody's access ends their codes as well, and a coordinator says which sites somebody belongs to.

-- For the keeper only, who comes to them through the others below, or acts for the operator.

-- Ends the devices of somebody and every code that would let them in again: unused ones that they made or that are for
-- them, and the asking again for a token of those they used. Gives how many devices there were.
create function plotline.end_access(of_person uuid) returns integer language plpgsql volatile set search_path = pg_catalog
  as $$
    declare
      ended integer;
    begin
      update plotline.invitations set expires_at = '-infinity'
        where organisation_id = plotline.organisation()
          and case when used_by is null then of_person in (made_by, person_id) else used_by = of_person end;
      update plotline.devices set ended_at = now()
        where organisation_id = plotline.organisation() and person_id = of_person and ended_at is null;
      get diagnostics ended = row_count;
      return ended;
    end
  $$;

-- Whose role is another now made codes under the one before: those they could not make any more end.
create function plotline.end_codes_beyond(of_person uuid, in_role text) returns void
  language sql volatile set search_path = pg_catalog
  as $$
    update plotline.invitations set expires_at = '-infinity'
    where organisation_id = plotline.organisation() and made_by = of_person and used_by is null
      and person_id is distinct from of_person and in_role <> 'coordinator'
      and not (in_role in ('worker', 'trainer', 'assessor')
        and role in ('participant', 'peer', 'employer', 'community'))
  $$;

-- Adds somebody to sites. What was there before they came is new to them, and what is known of them is new to the staff
-- there: those begin their pull anew.
create function plotline.join_sites(of_person uuid, wanted uuid[]) returns void
  language plpgsql volatile set search_path = pg_catalog
  as $$
    declare
      joined uuid[];
    begin
      with added as (
        insert into plotline.person_sites (organisation_id, site_id, person_id)
        select plotline.organisation(), site_id, of_person from unnest(wanted) site_id
        on conflict do nothing returning site_id
      )
      select array_agg(site_id) into joined from added;
      if joined is null then return; end if;
      update plotline.people set epoch = epoch + 1
        where organisation_id = plotline.organisation() and (person_id = of_person or (
          role in ('worker', 'trainer', 'assessor')
          and person_id in (select person_id from plotline.person_sites
            where organisation_id = plotline.organisation() and site_id = any (joined))
          and exists (select from plotline.versions
            where organisation_id = plotline.organisation() and subject = of_person)));
    end
  $$;

revoke all on function plotline.end_access(uuid), plotline.end_codes_beyond(uuid, text),
  plotline.join_sites(uuid, uuid[]) from public;
grant execute on function plotline.end_access(uuid), plotline.end_codes_beyond(uuid, text),
  plotline.join_sites(uuid, uuid[]) to plotline_keeper;

-- From here on as the keeper: what looks further than a member may does so as the keeper, never as whoever sees everything.
grant create on schema plotline to plotline_keeper;
set local role plotline_keeper;

-- Whose devices one may count and end: one's own, anybody's for a coordinator, those of guests at one's sites for staff.
create function plotline.may_end_devices(of_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select plotline.sees_all() or of_person = plotline.person() or (
      of_person in (select plotline.my_subjects()) and exists (
        select from plotline.people where organisation_id = plotline.organisation() and person_id = of_person
          and role in ('participant', 'peer', 'employer', 'community')))
  $$;

create or replace function plotline.end_devices(of_person uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    begin
      if not plotline.may_end_devices(of_person) then
        raise insufficient_privilege using message = 'these devices may not be ended by this person';
      end if;
      return plotline.end_access(of_person);
    end
  $$;

-- How many devices of somebody are connected; null where that is not for whoever asks.
create function plotline.connected_devices(of_person uuid) returns integer
  language sql stable security definer set search_path = pg_catalog
  as $$
    select case when plotline.may_end_devices(of_person) then (
      select count(*)::int from plotline.devices
      where organisation_id = plotline.organisation() and person_id = of_person and ended_at is null) end
  $$;

-- A coordinator says that somebody belongs to a site. False where one of the two is not there.
create function plotline.place_at(of_person uuid, at_site uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    begin
      if not plotline.sees_all() then raise insufficient_privilege; end if;
      if not exists (select from plotline.people
          where organisation_id = plotline.organisation() and person_id = of_person)
        or not exists (select from plotline.sites
          where organisation_id = plotline.organisation() and site_id = at_site) then
        return false;
      end if;
      perform plotline.join_sites(of_person, array[at_site]);
      return true;
    end
  $$;

-- A coordinator says that they do not any more. Nobody begins anew: all there is to see got less.
create function plotline.take_from(of_person uuid, at_site uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
    begin
      if not plotline.sees_all() then raise insufficient_privilege; end if;
      delete from plotline.person_sites
        where organisation_id = plotline.organisation() and person_id = of_person and site_id = at_site;
    end
  $$;

revoke all on function plotline.may_end_devices(uuid), plotline.connected_devices(uuid), plotline.place_at(uuid, uuid),
  plotline.take_from(uuid, uuid) from public;
grant execute on function plotline.may_end_devices(uuid), plotline.connected_devices(uuid),
  plotline.place_at(uuid, uuid), plotline.take_from(uuid, uuid) to plotline_member;

reset role;
revoke create on schema plotline from plotline_keeper;
