-- Everything the hub keeps. Each table's key begins with the organisation, so that the tables can be distributed by it.
-- What a version says is kept as the exact text that was digested: jsonb would refuse NUL and change numbers.

create table plotline.organisations (
  organisation_id uuid primary key,
  name text not null,
  made_at timestamptz not null default now()
);

create table plotline.sites (
  organisation_id uuid not null references plotline.organisations,
  site_id uuid not null,
  name text not null,
  made_at timestamptz not null default now(),
  primary key (organisation_id, site_id),
  unique (organisation_id, name)
);

-- Whoever records are about; those who have connected a phone have a role.
create table plotline.people (
  organisation_id uuid not null references plotline.organisations,
  person_id uuid not null,
  role text,
  -- Raised when what this person may see grows to hold what was there before: their pull begins anew.
  epoch integer not null default 0,
  known_at timestamptz not null default now(),
  primary key (organisation_id, person_id)
);

create table plotline.person_sites (
  organisation_id uuid not null,
  site_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, site_id, person_id),
  foreign key (organisation_id, site_id) references plotline.sites,
  foreign key (organisation_id, person_id) references plotline.people
);
create index on plotline.person_sites (organisation_id, person_id);

create table plotline.devices (
  organisation_id uuid not null,
  device_id uuid not null,
  person_id uuid not null,
  -- SHA-256 of the token, in hexadecimal; the token itself is on the device alone.
  token_hash text not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (organisation_id, device_id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, person_id) references plotline.people
);

create table plotline.invitations (
  organisation_id uuid not null references plotline.organisations,
  invitation_id uuid not null,
  code_hash text not null,
  role text not null,
  -- Whom the code is for; null: for somebody who is not here yet.
  person_id uuid,
  -- Null: made by the operator.
  made_by uuid,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_by uuid,
  used_attempt uuid,
  used_device uuid,
  used_at timestamptz,
  primary key (organisation_id, invitation_id)
);
create index on plotline.invitations (code_hash);

create table plotline.invitation_sites (
  organisation_id uuid not null,
  invitation_id uuid not null,
  site_id uuid not null,
  primary key (organisation_id, invitation_id, site_id),
  foreign key (organisation_id, invitation_id) references plotline.invitations on delete cascade,
  foreign key (organisation_id, site_id) references plotline.sites
);

create sequence plotline.version_order;

create table plotline.versions (
  -- Without a reference: each push would lock the organisation's row. The policies see to it.
  organisation_id uuid not null,
  record_id uuid not null,
  rev text collate "C" not null,
  subject uuid not null,
  author uuid not null,
  kind text not null,
  audience text not null,
  removed text,
  -- Its share was taken back by a later version: only for its subject and its author from then on.
  taken_back boolean not null default false,
  digest text not null,
  json text not null,
  received_from uuid not null,
  received_at timestamptz not null default now(),
  -- The place in the order in which versions became visible (see list-versions.ts).
  xact xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('plotline.version_order'),
  primary key (organisation_id, record_id, rev)
);
create index versions_in_order on plotline.versions (organisation_id, xact, seq);
create index versions_of_subject on plotline.versions (organisation_id, subject, xact, seq);

-- Which photos and recordings a version refers to.
create table plotline.version_attachments (
  organisation_id uuid not null,
  sha256 text not null,
  record_id uuid not null,
  rev text collate "C" not null,
  primary key (organisation_id, sha256, record_id, rev),
  foreign key (organisation_id, record_id, rev) references plotline.versions on delete cascade
);
create index on plotline.version_attachments (organisation_id, record_id, rev);

create table plotline.attachments (
  organisation_id uuid not null,
  sha256 text not null,
  total bigint not null,
  received bigint not null default 0,
  complete boolean not null default false,
  made_at timestamptz not null default now(),
  primary key (organisation_id, sha256)
);

create table plotline.attachment_parts (
  organisation_id uuid not null,
  sha256 text not null,
  at bigint not null,
  content bytea not null,
  primary key (organisation_id, sha256, at),
  foreign key (organisation_id, sha256) references plotline.attachments on delete cascade
);
-- Photos and recordings are compressed already.
alter table plotline.attachment_parts alter column content set storage external;
