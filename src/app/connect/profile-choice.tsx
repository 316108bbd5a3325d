/** How a server is spoken to: a ready profile, one from a file, or one changed by hand. */
import { useState } from 'preact/hooks';
import type { Profile } from '../../sync/protocol/profile.ts';
import { readProfileText, type ProfileFault } from '../../sync/protocol/read-profile.ts';
import { BringInIcon, TakeAwayIcon } from '../../ui/icons/act.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Disclosure } from '../../ui/parts/disclosure.tsx';
import { TextArea } from '../../ui/parts/field.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { PickFile } from './pick-file.tsx';
import { profileFile, profileText } from './profile-file.ts';

interface ProfileChoiceProps {
  profile: Profile | null;
  /** As it is being changed by hand; null where it is not. */
  written: string | null;
  onProfile(profile: Profile): void;
  onWritten(text: string | null): void;
}

export function ProfileChoice({ profile, written, onProfile, onWritten }: ProfileChoiceProps) {
  const t = useText();
  const { device } = useServices();
  const ready = useLoaded(async () => (await import('./ready-profiles.ts')).serverProfiles, []);
  const [faults, setFaults] = useState<ProfileFault[]>([]);

  function take(text: string): void {
    const read = readProfileText(text);
    setFaults(read.status === 'bad' ? read.faults : []);
    if (read.status === 'profile') {
      onWritten(null);
      onProfile(read.profile);
    } else onWritten(text);
  }

  if (!ready) return <Loading rows={3} />;
  const own = profile && !ready.some(({ name }) => name === profile.name) ? [profile] : [];
  return (
    <>
      <ChoiceOne
        legend={t('connect.profile')}
        options={[...own, ...ready].map(({ name, about }) => ({
          value: name,
          label: name,
          hint: about,
          lang: 'en',
        }))}
        value={profile?.name}
        onChange={(name) => {
          const chosen = [...own, ...ready].find((one) => one.name === name);
          onWritten(null);
          setFaults([]);
          if (chosen) onProfile(chosen);
        }}
      />
      <PickFile
        label={t('connect.profile.import')}
        icon={BringInIcon}
        accept=".json,application/json"
        onFile={(file) => void file.text().then(take)}
      />
      {faults.length > 0 && (
        <Notice kind="attention" live="alert" title={t('connect.profile.bad')}>
          <ul lang="en">
            {faults.map(({ at, why }) => (
              <li key={`${at} ${why}`}>{at === '' ? why : `${at}: ${why}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      {profile?.setUp !== undefined && (
        <Notice title={t('connect.profile.setUp')}>
          <p lang="en">{profile.setUp}</p>
        </Notice>
      )}
      {(profile !== null || written !== null) && (
        <Disclosure summary={t('connect.profile.edit')} open={written !== null}>
          <TextArea
            label={t('connect.profile.text')}
            rows={12}
            value={written ?? (profile ? profileText(profile) : '')}
            onInput={onWritten}
          />
          <Button compact disabled={written === null} onClick={() => take(written ?? '')}>
            {t('connect.profile.use')}
          </Button>
          {profile && (
            <Button compact icon={TakeAwayIcon} onClick={() => void device.saveFile(profileFile(profile))}>
              {t('connect.profile.export')}
            </Button>
          )}
        </Disclosure>
      )}
    </>
  );
}
