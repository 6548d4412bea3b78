'use client';

import { toast, ConfirmDialog } from '@wellpulse/ui';
import type { User } from '@wellpulse/contracts';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { SetPasswordDialog } from './SetPasswordDialog.tsx';
import type { UserAction } from './user-columns.tsx';
import { UserFormDialog } from './UserFormDialog.tsx';
import { useRemoveUser, useUpdateUser } from '../../queries/user-queries.ts';

const texts = office.users;

export interface UserActionDialogProps {
  readonly action: UserAction;
  readonly onClose: () => void;
}

/** What was chosen from a user's menu. */
export function UserActionDialog({ action: { kind, user }, onClose }: UserActionDialogProps) {
  switch (kind) {
    case 'EDIT':
      return <UserFormDialog user={user} onClose={onClose} />;
    case 'PASSWORD':
      return <SetPasswordDialog user={user} onClose={onClose} />;
    case 'REMOVE':
      return <RemoveDialog user={user} onClose={onClose} />;
    case 'SUSPEND':
    case 'RESUME':
      return <SuspendDialog user={user} onClose={onClose} />;
  }
}

function SuspendDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useUpdateUser();
  const suspends = user.status === 'ACTIVE';
  return (
    <ConfirmDialog
      open
      danger={suspends}
      onOpenChange={onClose}
      title={suspends ? texts.suspendQuestion(user.name) : texts.resumeQuestion(user.name)}
      description={suspends ? texts.suspendAbout : texts.resumeAbout}
      confirmLabel={suspends ? texts.suspend : texts.resume}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        const body = {
          status: suspends ? ('SUSPENDED' as const) : ('ACTIVE' as const),
          version: user.version,
        };
        mutate(
          { userId: user.id, body },
          {
            onSuccess: () => {
              toast.success(suspends ? texts.suspended(user.name) : texts.resumed(user.name));
              onClose();
            },
          },
        );
      }}
    />
  );
}

function RemoveDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useRemoveUser();
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={texts.removeQuestion(user.name)}
      description={texts.removeAbout}
      confirmLabel={texts.remove}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(user.id, {
          onSuccess: () => {
            toast.success(texts.removed(user.name));
            onClose();
          },
        });
      }}
    />
  );
}
