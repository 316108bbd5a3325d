/** Where everything unexpected ends: says that the data is safe, and how to carry on. */
import { Component, type ComponentChildren } from 'preact';
import { Button, LinkButton } from '../ui/parts/button.tsx';
import { Screen } from '../ui/parts/screen.tsx';
import { useText } from '../ui/text/use-text.ts';

interface BoundaryState {
  error: unknown;
}

export class ErrorBoundary extends Component<{ children: ComponentChildren }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static override getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    // To the console, like everything that is not caught, for whoever helps; nothing a person wrote is in it.
    reportError(error);
  }

  override render() {
    return this.state.error === null ? this.props.children : <Stumbled />;
  }
}

/** What is shown instead of a page that failed. */
function Stumbled() {
  const t = useText();
  return (
    <Screen
      title={t('app.error.title')}
      actions={
        <>
          <LinkButton href="/">{t('app.error.home')}</LinkButton>
          <Button kind="primary" onClick={() => location.reload()}>
            {t('app.error.reload')}
          </Button>
        </>
      }
    >
      <p>{t('app.error.safe')}</p>
    </Screen>
  );
}
