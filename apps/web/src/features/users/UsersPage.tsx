'use client';

import { Button, Card, EmptyState, PageHeader } from '@wellpulse/ui';
import { Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { ExportButton } from '../../components/ExportButton.tsx';
import { InfiniteTable } from '../../components/InfiniteTable.tsx';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { SearchField } from '../../components/filters/SearchField.tsx';
import { office, words } from '../../lib/language.ts';
import { useUserColumns, type UserAction } from './user-columns.tsx';
import { USER_EXPORT } from './user-export.ts';
import { useUserFilters } from './user-filters.ts';
import { loadAllUsers, useUsers } from '../../queries/user-queries.ts';
import { UserActionDialog } from './UserActionDialog.tsx';
import { UserFormDialog } from './UserFormDialog.tsx';

const texts = office.users;

export function UsersPage() {
  const { filters, setFilters, order, query } = useUserFilters();
  const users = useUsers(query);
  const [action, setAction] = useState<UserAction | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const columns = useUserColumns(setAction);
  const total = users.data?.pages[0]?.total;
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={office.pages.names.users}
        description={total === undefined ? words.shellWords.loading : texts.count(total)}
        actions={
          <>
            <ExportButton name="users" columns={USER_EXPORT} load={() => loadAllUsers(query)} />
            <Button
              variant="primary"
              icon={<Plus aria-hidden />}
              onClick={() => {
                setIsAdding(true);
              }}
            >
              {texts.add}
            </Button>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label={texts.search}
          placeholder={texts.searchHint}
          value={filters.search}
          onValueChange={(search) => {
            setFilters({ search });
          }}
        />
        <OptionFilter
          label={words.fieldLabel('user', 'role')}
          all={texts.allRoles}
          options={words.roleNames}
          value={filters.role}
          onValueChange={(role) => {
            setFilters({ role });
          }}
        />
        <OptionFilter
          label={words.fieldLabel('user', 'status')}
          all={texts.anyStatus}
          options={words.userStatusNames}
          value={filters.status}
          onValueChange={(status) => {
            setFilters({ status });
          }}
        />
      </div>
      <Card flush>
        <InfiniteTable
          label={texts.list}
          query={users}
          columns={columns}
          itemId={({ id }) => id}
          sort={order.sort}
          onSortChange={order.onSortChange}
          maxHeight="calc(100dvh - 15rem)"
          empty={
            <EmptyState icon={<Users aria-hidden />} title={texts.noMatch} description={texts.noMatchHint} />
          }
        />
      </Card>
      {isAdding && (
        <UserFormDialog
          user={null}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
      {action !== null && (
        <UserActionDialog
          action={action}
          onClose={() => {
            setAction(null);
          }}
        />
      )}
    </div>
  );
}
