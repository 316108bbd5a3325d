/** A question to start with, on request: seven to hear and to choose from, and the way back to none. */
import { useRef, useState } from 'preact/hooks';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { CloseIcon } from '../../../ui/icons/go.tsx';
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Row, Stack } from '../../../ui/parts/layout.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { prompts, type Prompt } from '../model/reflection.ts';

interface QuestionChoiceProps {
  value: Prompt | null;
  /** The list is closed again; the question itself is shown by the form. */
  onChange: (prompt: Prompt | null) => void;
}

export function QuestionChoice({ value, onChange }: QuestionChoiceProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <Stack gap="s">
      <Row>
        <Button
          compact
          icon={TalkIcon}
          expanded={open}
          buttonRef={opener}
          onClick={() => setOpen((now) => !now)}
        >
          {t(value === null ? 'reflections.ask' : 'reflections.ask.other')}
        </Button>
        {value !== null && (
          <Button
            compact
            kind="quiet"
            icon={CloseIcon}
            onClick={() => {
              // This button goes with the question.
              opener.current?.focus();
              onChange(null);
            }}
          >
            {t('reflections.ask.none')}
          </Button>
        )}
      </Row>
      {open && (
        <List label={t('reflections.ask.list')}>
          {prompts.map((prompt) => (
            <ListRow
              key={prompt}
              // Not by its colour alone.
              icon={prompt === value ? CheckIcon : undefined}
              title={t(`reflections.prompt.${prompt}`)}
              beside={<SpeakButton text={t(`reflections.prompt.${prompt}`)} />}
              current={prompt === value}
              onClick={() => {
                setOpen(false);
                onChange(prompt);
              }}
            />
          ))}
        </List>
      )}
    </Stack>
  );
}
