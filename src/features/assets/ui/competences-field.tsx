/** Skills an asset is part of, by their own names: typed one after the other, each can be taken off again. */
import { LONGEST_LINE } from '../../../core/body-fields.ts';
import { useRef } from 'preact/hooks';
import { CloseIcon, PlusIcon } from '../../../ui/icons/go.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { IconButton } from '../../../ui/parts/icon-button.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { withCompetence, type AssetDraft } from '../model/asset-draft.ts';
import styles from './competences-field.module.css';

type Names = Pick<AssetDraft, 'competences' | 'competence'>;

export function CompetencesField({ value, onChange }: { value: Names; onChange: (value: Names) => void }) {
  const t = useText();
  const announce = useAnnounce();
  const field = useRef<HTMLDivElement>(null);
  const toField = () => field.current?.querySelector('input')?.focus();

  function add(): void {
    toField();
    const name = value.competence.trim();
    if (name === '') return;
    onChange({ competences: withCompetence(value), competence: '' });
    announce(t('assets.competences.added', { name }));
  }

  return (
    <div class={styles.field} ref={field}>
      <form
        class={styles.adding}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('assets.competences.name')}
          hint={t('assets.competences.hint')}
          value={value.competence}
          maxLength={LONGEST_LINE}
          enterKeyHint="done"
          onInput={(competence) => onChange({ ...value, competence })}
        />
        <Button compact icon={PlusIcon} onClick={add}>
          {t('assets.competences.add')}
        </Button>
      </form>
      {value.competences.length > 0 && (
        <ul class={styles.names} role="list" aria-label={t('assets.competences')}>
          {value.competences.map((name) => (
            <li key={name} class={styles.name}>
              <span class={styles.words}>{name}</span>
              <IconButton
                icon={CloseIcon}
                label={t('assets.competences.remove', { name })}
                onClick={() => {
                  // This button goes with the name.
                  toField();
                  onChange({ ...value, competences: value.competences.filter((one) => one !== name) });
                  announce(t('assets.competences.removed', { name }));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
