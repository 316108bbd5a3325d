/** Every part of the kit on one page, with long German words, to be looked at and to be checked by machine. */
import { useState } from 'preact/hooks';
import * as act from '../../../src/ui/icons/act.tsx';
import * as go from '../../../src/ui/icons/go.tsx';
import type { Icon } from '../../../src/ui/icons/glyph.tsx';
import * as indicators from '../../../src/ui/icons/indicators.tsx';
import * as kinds from '../../../src/ui/icons/kinds.tsx';
import * as state from '../../../src/ui/icons/state.tsx';
import { BottomNav } from '../../../src/ui/parts/bottom-nav.tsx';
import { Button, LinkButton } from '../../../src/ui/parts/button.tsx';
import { Card } from '../../../src/ui/parts/card.tsx';
import { ChoiceMany, ChoiceOne } from '../../../src/ui/parts/choice.tsx';
import { DateField } from '../../../src/ui/parts/date-field.tsx';
import { DeliveryState } from '../../../src/ui/parts/delivery-state.tsx';
import { Disclosure } from '../../../src/ui/parts/disclosure.tsx';
import { TextArea, TextField } from '../../../src/ui/parts/field.tsx';
import { Frame } from '../../../src/ui/parts/frame.tsx';
import { IconButton } from '../../../src/ui/parts/icon-button.tsx';
import { Columns, Row, Stack } from '../../../src/ui/parts/layout.tsx';
import { List, ListRow } from '../../../src/ui/parts/list-row.tsx';
import { Loading } from '../../../src/ui/parts/loading.tsx';
import { Notice } from '../../../src/ui/parts/notice.tsx';
import { ProgressDots } from '../../../src/ui/parts/progress-dots.tsx';
import { ScaleChoice, type ScaleValue } from '../../../src/ui/parts/scale-choice.tsx';
import { Screen } from '../../../src/ui/parts/screen.tsx';
import { TopLine } from '../../../src/ui/parts/top-line.tsx';

const icons: Record<string, Icon> = { ...go, ...act, ...state, ...kinds, ...indicators };

export const bands = [
  { label: 'Am Anfang', description: 'Ich kann selten zeigen, was ich weiß und kann.', values: [1, 2] },
  {
    label: 'Auf dem Weg',
    description: 'Ich kann oft zeigen, was ich kann. Manches davon wird genutzt.',
    values: [3, 4],
  },
  {
    label: 'Ausgezeichnet',
    description: 'Ich kann es immer zeigen. Meine Stärken werden ganz genutzt.',
    values: [5, 6],
  },
];

/** The engagement statement, the hardest screen of all to fit on a small phone. */
export function ScaleExample() {
  const [value, setValue] = useState<ScaleValue | undefined>(3);
  return (
    <Frame>
      <Screen
        title="Auf Stärken aufbauen"
        back="/"
        aside={<IconButton icon={act.SpeakIcon} label="Vorlesen" onClick={() => {}} />}
        lead="Kann ich hier zeigen, was ich weiß, was ich kann und was mir wichtig ist?"
        actions={
          <>
            <Button kind="quiet">Zurück</Button>
            <Button kind="primary" iconEnd={go.NextIcon}>
              Weiter
            </Button>
          </>
        }
      >
        <ProgressDots current={3} total={6} done={[1, 2, 5]} label="3 von 6" />
        <ScaleChoice
          legend="Wie ist es für dich?"
          legendHidden
          bands={bands.map((band) => ({
            label: band.label,
            description: band.description,
            values: band.values,
            aside: <IconButton icon={act.SpeakIcon} label={`${band.label} vorlesen`} onClick={() => {}} />,
          }))}
          leaveOut={{
            label: 'Diese Frage auslassen',
            hint: 'Im Stern bleibt hier eine Lücke. Das ist in Ordnung.',
          }}
          value={value}
          onChange={setValue}
        />
      </Screen>
    </Frame>
  );
}

/** Everything else. */
export function Gallery() {
  const [words, setWords] = useState('');
  const [day, setDay] = useState('2025-05-02');
  const [part, setPart] = useState<'head' | 'hand' | 'heart' | undefined>('hand');
  const [filter, setFilter] = useState<'all' | 'reflections' | 'assets'>('all');
  const [many, setMany] = useState<('job' | 'home')[]>(['home']);
  return (
    <Frame
      top={
        <TopLine icon={state.OnPhoneIcon} label="Alles ist auf diesem Telefon gespeichert" href="/delivery" />
      }
      nav={
        <BottomNav
          label="Wege"
          path="/"
          add={{ href: '/add', label: 'Neu' }}
          items={[
            { href: '/', label: 'Start', icon: go.HomeIcon },
            { href: '/story', label: 'Geschichte', icon: go.StoryIcon },
            { href: '/assets', label: 'Stärken', icon: kinds.HandIcon },
            { href: '/settings', label: 'Einstellungen', icon: go.SettingsIcon },
          ]}
        />
      }
    >
      <Screen
        title="Selbsteinschätzung beginnen"
        back="/"
        lead="Dein Unterstützungsnetzwerk wächst mit dir. Nimm dir die Zeit, die du brauchst."
        actions={
          <>
            <Button>Später weitermachen</Button>
            <Button kind="primary" icon={kinds.StarIcon}>
              Selbsteinschätzung beginnen
            </Button>
          </>
        }
      >
        <Stack>
          <Button kind="primary" busy>
            Wird gespeichert
          </Button>
          <Button disabled>Noch nicht möglich</Button>
          <Button kind="danger" icon={act.EraseIcon}>
            Für immer löschen
          </Button>
          <Row>
            <LinkButton href="/x" compact icon={act.ShareIcon}>
              Teilen
            </LinkButton>
            <Button compact pressed icon={act.SpeakIcon}>
              Vorlesen
            </Button>
            <IconButton icon={act.MicrophoneIcon} label="Sprechen" onClick={() => {}} />
          </Row>
        </Stack>
        <Notice kind="safe" title="Alles ist gespeichert">
          Du kannst das Telefon jetzt weglegen.
        </Notice>
        <Notice
          kind="attention"
          title="Das Mikrofon ist aus"
          actions={<Button compact>Noch einmal versuchen</Button>}
        >
          Deine Worte sind sicher. Du kannst auch tippen.
        </Notice>
        <Notice>Nur du siehst das, bis du es teilst.</Notice>
        <TextField
          label="Wie sollen wir dich nennen?"
          hint="Ein Vorname oder Spitzname genügt."
          value={words}
          onInput={setWords}
        />
        <TextArea
          label="Was ist passiert?"
          error="Schreib ein paar Worte, oder sprich sie ein."
          value={words}
          onInput={setWords}
          aside={<IconButton icon={act.MicrophoneIcon} label="Antwort sprechen" onClick={() => {}} />}
        />
        <DateField label="Wann war das?" value={day} onChange={setDay} today="2025-05-02" />
        <ChoiceOne
          legend="Kopf, Hand oder Herz?"
          look="tiles"
          value={part}
          onChange={setPart}
          options={[
            { value: 'head', label: 'Kopf', hint: 'Was ich weiß', icon: kinds.HeadIcon },
            { value: 'hand', label: 'Hand', hint: 'Was ich kann', icon: kinds.HandIcon },
            { value: 'heart', label: 'Herz', hint: 'Was mir wichtig ist', icon: kinds.HeartIcon },
          ]}
        />
        <ChoiceOne
          legend="Zeigen"
          legendHidden
          look="chips"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: 'Alles' },
            { value: 'reflections', label: 'Gedanken', icon: kinds.ReflectionIcon },
            { value: 'assets', label: 'Stärken', icon: kinds.HandIcon },
          ]}
        />
        <ChoiceMany
          legend="Woher kannst du das?"
          values={many}
          onChange={setMany}
          options={[
            { value: 'job', label: 'Aus einer Arbeit' },
            { value: 'home', label: 'Von zu Hause', hint: 'Von der Familie, von Freundinnen und Freunden' },
          ]}
        />
        <Columns>
          <Card title="Weitermachen" icon={kinds.StarIcon} tone="leaf">
            <p>Du hast drei von sechs Fragen beantwortet.</p>
            <LinkButton href="/assess" kind="primary">
              Weiter
            </LinkButton>
          </Card>
          <Card title="Unterstützungsnetzwerk" icon={indicators.MutualSupportIcon} tone="sun">
            <p>Vier Menschen, die du fragen kannst.</p>
          </Card>
        </Columns>
        <List label="Meine Geschichte">
          <ListRow
            href="/story/1"
            icon={kinds.ReflectionIcon}
            title="Wir haben das neue Beet umgegraben"
            detail="Gestern, mit Sam und Aïcha"
            state={<DeliveryState state="here" label="Auf diesem Telefon" />}
          />
          <ListRow
            href="/story/2"
            icon={kinds.HeartIcon}
            tone="heart"
            title="Ich kümmere mich um die Bienen"
            state={<DeliveryState state="received" label="Angekommen" />}
          />
          <ListRow
            href="/story/3"
            icon={kinds.ActionIcon}
            tone="sun"
            title="Handschuhe in kleinen Größen besorgen"
            detail="Das Projekt, bis Freitag"
            state={<DeliveryState state="needs-you" label="Braucht dich" />}
          />
          <ListRow
            title="Nur zum Lesen"
            detail="Führt nirgendwohin"
            state={<DeliveryState state="sending" label="Wird gesendet" />}
          />
        </List>
        <Disclosure summary="Was heißt das?">
          <p>Eine Lücke ist keine Null.</p>
        </Disclosure>
        <Loading rows={2} />
        <Row gap="m">
          {Object.entries(icons).map(([name, Glyph]) => (
            <Glyph key={name} label={name} />
          ))}
        </Row>
      </Screen>
    </Frame>
  );
}
