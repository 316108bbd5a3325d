/** Says that something failed that nobody expected, or that a change was lost, and that what was saved is safe. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Button } from '../ui/parts/button.tsx';
import { Notice } from '../ui/parts/notice.tsx';
import { useText } from '../ui/text/use-text.ts';
import { useApp } from './app-context.tsx';

export function StumbleNotice() {
  const t = useText();
  const { stumbled, changeLost } = useApp();
  return (
    <>
      {changeLost.value && (
        <UntilClosed of={changeLost} title={t('draft.lost')}>
          <p>{t('draft.lost.what')}</p>
        </UntilClosed>
      )}
      {stumbled.value && (
        <UntilClosed
          of={stumbled}
          title={t('app.stumble.title')}
          action={
            <Button compact onClick={() => location.reload()}>
              {t('app.error.reload')}
            </Button>
          }
        >
          <p>{t('app.error.safe')}</p>
        </UntilClosed>
      )}
    </>
  );
}

interface UntilClosedProps {
  of: Signal<boolean>;
  title: string;
  action?: ComponentChildren;
  children: ComponentChildren;
}

function UntilClosed({ of, title, action, children }: UntilClosedProps) {
  const t = useText();
  return (
    <Notice
      kind="attention"
      live="status"
      title={title}
      actions={
        <>
          <Button
            compact
            onClick={() => {
              of.value = false;
            }}
          >
            {t('ui.close')}
          </Button>
          {action}
        </>
      }
    >
      {children}
    </Notice>
  );
}
