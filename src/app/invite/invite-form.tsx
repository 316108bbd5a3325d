/** Whom the code is for: somebody else in a role, at a site, or another phone of one's own or of somebody who is known. */
import { useState } from 'preact/hooks';
import type { Role } from '../../core/version.ts';
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { OnPhoneIcon } from '../../ui/icons/state.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { HubConnection } from '../people/hub-connection.ts';
import { knownRole, rolesToGive } from './may-invite.ts';
import { OpenCodes } from './open-codes.tsx';
import { SiteChoice } from './site-choice.tsx';
import type { Inviting } from './use-invite.ts';
import { useSites } from './use-sites.ts';
import { whatToAsk, type SiteChosen, type Whom } from './what-to-ask.ts';

/** Somebody who is known here and has lost their phone, or has another. */
export interface KnownPerson {
  id: string;
  /** Null where they have not shared it. */
  name: string | null;
  role: Role;
}

interface InviteFormProps {
  hub: HubConnection;
  inviting: Inviting;
  /** Left out: somebody new, or oneself. */
  person: KnownPerson | undefined;
  back: string;
}

export function InviteForm({ hub, inviting, person, back }: InviteFormProps) {
  const t = useText();
  const { owner } = useServices();
  const announce = useAnnounce();
  const { member } = hub;
  const by = knownRole(member.role) ?? 'participant';
  const give = rolesToGive(by);
  const sites = useSites(hub);
  const [forWhom, setForWhom] = useState<'own' | 'other'>(give.length > 0 ? 'other' : 'own');
  const [role, setRole] = useState<Role>(person?.role ?? 'participant');
  const [site, setSite] = useState<SiteChosen>({ at: undefined, name: '' });
  const [missing, setMissing] = useState(false);
  const only = sites.length === 1 ? sites[0]?.id : undefined;
  const chosen = { ...site, at: site.at ?? only };
  const whom: Whom =
    forWhom === 'own'
      ? { is: 'own', personId: owner.personId, role: by }
      : person
        ? { is: 'again', personId: person.id, role }
        : { is: 'new', role };
  // Where there is nothing to choose from, nothing is asked.
  const asksSite = by === 'coordinator' ? whom.is === 'new' : only === undefined;

  function make(): void {
    const asked = whatToAsk(whom, chosen, by);
    setMissing(asked === null);
    if (asked) inviting.make(asked);
    // The question may be out of sight.
    else
      announce(t(chosen.at === undefined ? 'invite.site.missing' : 'invite.site.name.missing'), {
        shown: true,
      });
  }

  return (
    <Screen
      title={
        person
          ? t('invite.again', { name: person.name ?? t('people.nameless') })
          : t(give.length > 0 ? 'invite.title' : 'invite.row.own')
      }
      tab={t('invite.title')}
      lead={person ? t('invite.again.what') : t('invite.lead', { organisation: member.organisation.name })}
      back={back}
      step="form"
      actions={
        <Button kind="primary" busy={inviting.busy} onClick={make}>
          {t('invite.make')}
        </Button>
      }
    >
      {inviting.trouble && (
        <Notice kind="attention" live="alert" title={t(`invite.trouble.${inviting.trouble}`)}>
          <p>{t(`invite.trouble.${inviting.trouble}.do`)}</p>
        </Notice>
      )}
      {!person && give.length > 0 && (
        <ChoiceOne
          legend={t('invite.whom')}
          value={forWhom}
          onChange={setForWhom}
          options={[
            { value: 'other', label: t('invite.whom.other'), icon: PeopleIcon },
            { value: 'own', label: t('invite.whom.own'), icon: OnPhoneIcon },
          ]}
        />
      )}
      {whom.is === 'own' && <p>{t('invite.own.what')}</p>}
      {whom.is !== 'own' && (
        <>
          <ChoiceOne
            legend={t('invite.role')}
            value={role}
            onChange={setRole}
            options={give.map((one) => ({ value: one, label: t(`record.role.${one}`) }))}
          />
          {asksSite && (
            <SiteChoice
              sites={sites}
              chosen={chosen}
              mayName={by === 'coordinator'}
              missing={missing}
              onChange={setSite}
            />
          )}
        </>
      )}
      <OpenCodes hub={hub} person={person?.id} />
    </Screen>
  );
}
