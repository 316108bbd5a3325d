/** What is said in a talk: its causes after a low score, own words typed or spoken, and with whom. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import type { FieldTakes } from '../../../ui/capture/use-takes.ts';
import { TextField } from '../../../ui/parts/field.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { ConversationBody } from '../model/conversation.ts';
import type { TalkDraft } from '../model/talk-draft.ts';
import { Causes } from './causes.tsx';

type Said = Pick<TalkDraft, 'causes' | 'words' | 'voice' | 'with'>;

interface TalkFieldsProps {
  opened: ConversationBody['opened'];
  value: Said;
  onChange: (part: Partial<Said>) => void;
  /** Told whether there is sound that is not kept yet. */
  onVoiceBusy: (busy: boolean) => void;
  takes: FieldTakes;
}

export function TalkFields({ opened, value, onChange, onVoiceBusy, takes }: TalkFieldsProps) {
  const t = useText();
  return (
    <>
      {opened === 'low' && <Causes values={value.causes} onChange={(causes) => onChange({ causes })} />}
      <SayOrType
        label={t(`conversations.ask.${opened}`)}
        hint={`${t(`conversations.ask.${opened}.hint`)} ${t('ui.keepOut')}`}
        maxLength={LONGEST_TEXT}
        value={value.words}
        onInput={(words) => onChange({ words })}
        voice={value.voice ?? null}
        onVoice={(voice) => onChange({ voice: voice ?? undefined })}
        onVoiceBusy={onVoiceBusy}
        takes={takes}
      />
      <TextField
        label={t('conversations.ask.with')}
        hint={`${t('conversations.ask.with.hint')} ${t('ui.keepOut')}`}
        maxLength={200}
        value={value.with}
        onInput={(name) => onChange({ with: name })}
      />
    </>
  );
}
