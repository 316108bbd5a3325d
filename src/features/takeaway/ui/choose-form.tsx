/** What goes along, in plain figures, and the choice of how. */
import { useSignal } from '@preact/signals';
import { TakeAwayIcon } from '../../../ui/icons/act.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { Disclosure } from '../../../ui/parts/disclosure.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { Columns, Stack } from '../../../ui/parts/layout.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import type { Translate } from '../../../ui/text/catalog.ts';
import type { Language } from '../../../ui/text/languages.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import type { TakeAwayForm, TakenAway, WhatGoes } from '../data.ts';
import { FirstRows } from './first-rows.tsx';
import { KindCounts } from './kind-counts.tsx';
import { saySize } from './say-size.ts';

const forms: readonly TakeAwayForm[] = ['everything', 'records', 'tables'];

interface ChooseFormProps {
  what: WhatGoes;
  trouble: Exclude<TakenAway['status'], 'done'> | undefined;
  onMake(form: TakeAwayForm): void;
}

export function ChooseForm({ what, trouble, onMake }: ChooseFormProps) {
  const t = useText();
  const language = useTextState().language.value;
  const form = useSignal<TakeAwayForm>('everything');
  if (what.records + what.damaged === 0) {
    return (
      <Screen title={t('takeaway.title')} back="/more">
        <EmptyState title={t('takeaway.empty')}>
          <p>{t('takeaway.empty.what')}</p>
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen
      title={t('takeaway.title')}
      back="/more"
      width="wide"
      lead={t('takeaway.lead')}
      step={trouble}
      actions={
        <Button kind="primary" icon={TakeAwayIcon} onClick={() => onMake(form.value)}>
          {t(form.value === 'tables' ? 'takeaway.makeFiles' : 'takeaway.make')}
        </Button>
      }
    >
      {trouble && (
        <Notice kind="attention" live="alert" title={t(`takeaway.${trouble}.title`)}>
          <p>{t(`takeaway.${trouble}.what`)}</p>
        </Notice>
      )}
      <Columns gap="l">
        <Stack gap="l">
          <Card title={t('takeaway.what')}>
            <KindCounts kinds={what.kinds} media={sayMedia(t, language, what)} />
            {what.alone > 0 && <p>{t('takeaway.alone', { count: what.alone })}</p>}
            {what.withdrawn > 0 && <p>{t('takeaway.withdrawn', { count: what.withdrawn })}</p>}
            {what.others > 0 && <p>{t('takeaway.others', { count: what.others })}</p>}
            {what.damaged > 0 && (
              <Notice kind="attention" title={t('takeaway.report.damaged', { count: what.damaged })}>
                <p>{t('takeaway.report.damaged.what')}</p>
              </Notice>
            )}
          </Card>
          <Notice kind="attention" title={t('takeaway.open.title')}>
            <p>{t('takeaway.open.what')}</p>
          </Notice>
        </Stack>
        <ChoiceOne
          legend={t('takeaway.form')}
          options={forms.map((value) => ({
            value,
            label: t(`takeaway.form.${value}`),
            hint: t(`takeaway.form.${value}.what`),
          }))}
          value={form.value}
          onChange={(chosen) => {
            form.value = chosen;
          }}
        />
      </Columns>
      {form.value !== 'records' && what.tables.length > 0 && (
        <Disclosure summary={t('takeaway.rows')}>
          <FirstRows tables={what.tables} />
        </Disclosure>
      )}
    </Screen>
  );
}

function sayMedia(t: Translate, language: Language, what: WhatGoes): string | undefined {
  const { photos, recordings, bytes } = what;
  const parts = [
    ...(photos > 0 ? [t('takeaway.photos', { count: photos })] : []),
    ...(recordings > 0 ? [t('takeaway.recordings', { count: recordings })] : []),
  ];
  return parts.length > 0 ? `${parts.join(', ')} (${saySize(language, bytes)})` : undefined;
}
