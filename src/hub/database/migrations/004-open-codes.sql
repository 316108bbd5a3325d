-- Codes that are open can be seen and taken back, a code gives no more than its maker still may, and everybody can tell
-- their own phones apart. What nobody has a use for stays out of a member's reach: hashes of codes and tokens.

revoke select on plotline.invitations, plotline.devices from plotline_member;
grant select (organisation_id, invitation_id, role, person_id, made_by, made_at, expires_at, used_by, used_device)
  on plotline.invitations to plotline_member;
grant select (organisation_id, device_id, person_id, made_at, ended_at) on plotline.devices to plotline_member;

-- Whose codes one sees: coordinators all of them; everybody those they made, those that are for them and those they came in
-- with; staff those for guests that are for people of their sites, or lead to one of their sites.
create policy listed on plotline.invitation_sites for select to plotline_member
  using (organisation_id = plotline.organisation()
    and (plotline.sees_all() or site_id in (select plotline.my_sites())));
create policy listed on plotline.invitations for select to plotline_member
  using (organisation_id = plotline.organisation() and (
    plotline.sees_all() or plotline.person() in (made_by, person_id, used_by)
    or (plotline.is_staff() and role in ('participant', 'peer', 'employer', 'community') and (
      person_id in (select plotline.my_subjects())
      or exists (select from plotline.invitation_sites there
        where there.organisation_id = invitations.organisation_id
          and there.invitation_id = invitations.invitation_id)))));

-- Whoever sees one may take it back, and do nothing else to it. One that was used is history.
create policy taken_back on plotline.invitations for update to plotline_member
  using (organisation_id = plotline.organisation() and used_by is null)
  with check (organisation_id = plotline.organisation() and expires_at = '-infinity');
grant update (expires_at) on plotline.invitations to plotline_member;

-- One's own phones: which there are, and ending one of them.
create policy own on plotline.devices for select to plotline_member
  using (organisation_id = plotline.organisation() and person_id = plotline.person());
create policy ended on plotline.devices for update to plotline_member
  using (organisation_id = plotline.organisation() and person_id = plotline.person() and ended_at is null)
  with check (organisation_id = plotline.organisation() and person_id = plotline.person() and ended_at is not null);
grant update (ended_at) on plotline.devices to plotline_member;

-- Whether whoever made a code could still give to that person what it gives: since then they may have another role or other
-- sites, and so may the person. For the keeper, when a code is used.
create function plotline.still_given(of_invitation uuid, to_person uuid) returns boolean
  language sql stable set search_path = pg_catalog
  as $$
    select code.made_by is null
      or coalesce(maker.role = 'coordinator', false)
      or (code.made_by = to_person and code.person_id = to_person and maker.role is not null)
      or (coalesce(maker.role in ('worker', 'trainer', 'assessor'), false)
        and code.role in ('participant', 'peer', 'employer', 'community')
        and not exists (select from plotline.invitation_sites there
          where there.organisation_id = code.organisation_id and there.invitation_id = code.invitation_id
            and there.site_id not in (select site_id from plotline.person_sites
              where organisation_id = code.organisation_id and person_id = code.made_by))
        and (someone.person_id is null
          or (coalesce(someone.role in ('participant', 'peer', 'employer', 'community'), true)
            and exists (select from plotline.person_sites theirs
              join plotline.person_sites makers on makers.organisation_id = theirs.organisation_id
                and makers.site_id = theirs.site_id
              where theirs.organisation_id = code.organisation_id and theirs.person_id = to_person
                and makers.person_id = code.made_by))))
    from plotline.invitations code
    left join plotline.people maker
      on maker.organisation_id = code.organisation_id and maker.person_id = code.made_by
    left join plotline.people someone
      on someone.organisation_id = code.organisation_id and someone.person_id = to_person
    where code.organisation_id = plotline.organisation() and code.invitation_id = of_invitation
  $$;
revoke all on function plotline.still_given(uuid, uuid) from public;
grant execute on function plotline.still_given(uuid, uuid) to plotline_keeper;
