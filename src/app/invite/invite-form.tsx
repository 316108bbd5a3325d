/** Whom the code is for: another phone of one's own, or somebody else in a role, at a site. */
import { useState } from 'preact/hooks';
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { OnPhoneIcon } from '../../ui/icons/state.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { Role } from '../../core/version.ts';
import type { InvitationRequest } from '../../sync/protocol/hub-api.ts';
import type { HubConnection } from '../people/hub-connection.ts';
import { knownRole, rolesToGive } from './may-invite.ts';
import type { Inviting } from './use-invite.ts';
import { useSites } from './use-sites.ts';

interface InviteFormProps {
  hub: HubConnection;
  inviting: Inviting;
  back: string;
}

/** No id of a site. */
const NEW_SITE = 'new';

export function InviteForm({ hub, inviting, back }: InviteFormProps) {
  const t = useText();
  const { owner } = useServices();
  const announce = useAnnounce();
  const { member } = hub;
  const role = knownRole(member.role) ?? 'participant';
  const give = rolesToGive(role);
  const sites = useSites(hub);
  const [whom, setWhom] = useState<'own' | 'other'>(give.length > 0 ? 'other' : 'own');
  const [given, setGiven] = useState<Role>('participant');
  const [site, setSite] = useState<string | undefined>(undefined);
  const [newSite, setNewSite] = useState('');
  const [missing, setMissing] = useState(false);
  const only = sites.length === 1 ? sites[0]?.id : undefined;
  const at = site ?? only;
  // Where there is nothing to choose from, nothing is asked.
  const asksSite = role === 'coordinator' || only === undefined;

  function request(): InvitationRequest | null {
    if (whom === 'own') return { role, personId: owner.personId };
    if (at === NEW_SITE) return newSite.trim() === '' ? null : { role: given, site: newSite.trim() };
    if (at !== undefined) return { role: given, sites: [at] };
    // A coordinator sees all of the organisation, and needs no site.
    return given === 'coordinator' ? { role: given } : null;
  }

  function make(): void {
    const asked = request();
    setMissing(asked === null);
    if (asked) inviting.make(asked);
    // The question may be out of sight.
    else announce(t(at === undefined ? 'invite.site.missing' : 'invite.site.name.missing'), { shown: true });
  }

  return (
    <Screen
      title={t(give.length > 0 ? 'invite.title' : 'invite.row.own')}
      lead={t('invite.lead', { organisation: member.organisation.name })}
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
      {give.length > 0 && (
        <ChoiceOne
          legend={t('invite.whom')}
          value={whom}
          onChange={setWhom}
          options={[
            { value: 'other', label: t('invite.whom.other'), icon: PeopleIcon },
            { value: 'own', label: t('invite.whom.own'), icon: OnPhoneIcon },
          ]}
        />
      )}
      {whom === 'own' ? (
        <p>{t('invite.own.what')}</p>
      ) : (
        <>
          <ChoiceOne
            legend={t('invite.role')}
            value={given}
            onChange={setGiven}
            options={give.map((one) => ({ value: one, label: t(`record.role.${one}`) }))}
          />
          {asksSite && (
            <ChoiceOne
              legend={t('invite.site')}
              hint={missing && at === undefined ? t('invite.site.missing') : undefined}
              value={at}
              onChange={setSite}
              options={[
                ...sites.map(({ id, name }) => ({ value: id, label: name })),
                ...(role === 'coordinator' ? [{ value: NEW_SITE, label: t('invite.site.new') }] : []),
              ]}
            />
          )}
          {at === NEW_SITE && (
            <TextField
              label={t('invite.site.name')}
              value={newSite}
              maxLength={200}
              error={missing && newSite.trim() === '' ? t('invite.site.name.missing') : undefined}
              onInput={setNewSite}
            />
          )}
        </>
      )}
    </Screen>
  );
}
