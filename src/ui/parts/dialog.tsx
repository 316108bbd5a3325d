/** A native dialog: keeps the focus, closes on Escape, gives the focus back to what opened it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CloseIcon } from '../icons/go.tsx';
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  title: string;
  /** The person wants it gone: by the cross, Escape, or (where allowed) a tap beside it. */
  onClose: () => void;
  /** A tap beside it closes it too. Only where nothing can be lost by it. */
  lightDismiss?: boolean | undefined;
  /** No cross in the corner: the buttons say all there is to say. */
  closeHidden?: boolean | undefined;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** Shown while `open`. Its children exist only then. */
export function Dialog({ open, title, onClose, lightDismiss, closeHidden, actions, children }: DialogProps) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      // Removing an open dialog would leave the focus nowhere.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [open]);
  useEffect(() => {
    const element = dialog.current;
    if (!lightDismiss || element === null) return;
    // The sheet covers the dialog: a tap on the dialog itself is a tap on its backdrop.
    const leave = (event: MouseEvent) => {
      if (event.target === element) onClose();
    };
    element.addEventListener('click', leave);
    return () => element.removeEventListener('click', leave);
  }, [lightDismiss, onClose]);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Browsers close a dialog on a second Escape without asking. The event comes late: it may be open again.
      onClose={() => {
        if (open && !dialog.current?.open) onClose();
      }}
    >
      {open && (
        <div class={styles.sheet}>
          <div class={styles.head}>
            <h2 id={id} class={styles.title}>
              {title}
            </h2>
            {!closeHidden && <IconButton icon={CloseIcon} label={t('ui.close')} onClick={onClose} />}
          </div>
          {children !== undefined && <div class={styles.body}>{children}</div>}
          {actions !== undefined && <div class={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What will happen, what stays, in plain words. */
  children?: ComponentChildren;
  confirmLabel: string;
  cancelLabel: string;
  /** For what cannot be undone. */
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks once before something that matters. The focus starts on the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, cancelLabel, danger, busy, onConfirm, onCancel } = props;
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onCancel}
      closeHidden
      actions={
        <>
          <Button onClick={onCancel}>{cancelLabel}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
