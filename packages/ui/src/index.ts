/** The design system and the components that the web dashboard and the desktop renderer share. */
export { Avatar, initialsOf, type AvatarProps } from './components/display/Avatar.tsx';
export { Badge, type BadgeProps, type Tone } from './components/display/Badge.tsx';
export { Breadcrumbs, type BreadcrumbsProps } from './components/navigation/Breadcrumbs.tsx';
export {
  buttonClass,
  iconButtonClass,
  type ButtonSize,
  type ButtonStyle,
  type ButtonVariant,
} from './components/buttons/button-styles.ts';
export { Button, type ButtonProps } from './components/buttons/Button.tsx';
export { Card, type CardProps } from './components/display/Card.tsx';
export { Change, type ChangeProps } from './components/display/Change.tsx';
export { Checkbox, type CheckboxProps } from './components/inputs/Checkbox.tsx';
export { Combobox, type ComboboxOption, type ComboboxProps } from './components/inputs/Combobox.tsx';
export {
  CommandPalette,
  type CommandPaletteProps,
  type PaletteGroup,
  type PaletteItem,
} from './components/overlays/CommandPalette.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './components/overlays/ConfirmDialog.tsx';
export { CopyButton, type CopyButtonProps } from './components/buttons/CopyButton.tsx';
export { DiscardButton, type DiscardButtonProps } from './components/buttons/DiscardButton.tsx';
export { DateField, type DateFieldProps } from './components/inputs/DateField.tsx';
export { Dialog, type DialogProps } from './components/overlays/Dialog.tsx';
export { Drawer, type DrawerProps } from './components/overlays/Drawer.tsx';
export { DUE_APPEARANCE, DueBadge, type DueBadgeProps } from './components/display/DueBadge.tsx';
export {
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  type DropdownMenuProps,
  type MenuItemProps,
} from './components/overlays/DropdownMenu.tsx';
export { EmptyState, type EmptyStateProps } from './components/feedback/EmptyState.tsx';
export {
  EQUIPMENT_STATUS_APPEARANCE,
  EquipmentStatusBadge,
} from './components/display/EquipmentStatusBadge.tsx';
export { ErrorState, type ErrorStateProps, type ProblemText } from './components/feedback/ErrorState.tsx';
export { Field, type FieldProps } from './components/inputs/Field.tsx';
export { IconButton, type IconButtonProps } from './components/buttons/IconButton.tsx';
export { Input, type InputProps } from './components/inputs/Input.tsx';
export { Kbd } from './components/display/Kbd.tsx';
export { NumberField, type NumberFieldProps } from './components/inputs/NumberField.tsx';
export { PageHeader, type PageHeaderProps } from './components/navigation/PageHeader.tsx';
export { PlaceNote, type PlaceNoteProps } from './components/feedback/PlaceNote.tsx';
export { ProductMark } from './components/display/ProductMark.tsx';
export { Progress, type ProgressProps } from './components/display/Progress.tsx';
export {
  SegmentedControl,
  type Segment,
  type SegmentedControlProps,
} from './components/inputs/SegmentedControl.tsx';
export { SecretInput, type SecretInputProps } from './components/inputs/SecretInput.tsx';
export { Select, type SelectOption, type SelectProps } from './components/inputs/Select.tsx';
export { Skeleton, SkeletonText } from './components/display/Skeleton.tsx';
export { Spinner, type SpinnerProps } from './components/display/Spinner.tsx';
export { WELL_STATUS_APPEARANCE, WellStatusBadge } from './components/display/WellStatusBadge.tsx';
export { Switch, type SwitchProps } from './components/inputs/Switch.tsx';
export { Tabs, type Tab, type TabsProps } from './components/navigation/Tabs.tsx';
export { TextArea, type TextAreaProps } from './components/inputs/TextArea.tsx';
export { Toaster, toast } from './components/feedback/Toast.tsx';
export { Tooltip, TooltipProvider, type TooltipProps } from './components/buttons/Tooltip.tsx';
export { VisuallyHidden } from './components/display/VisuallyHidden.tsx';
export { VolumeCell, type VolumeCellProps } from './components/display/VolumeCell.tsx';

export { BarList, type BarListItem, type BarListProps } from './charts/BarList.tsx';
export { DEFAULT_CHART_VIEW, type ChartView } from './charts/chart-view.ts';
export {
  ProductionChart,
  type ProductionChartHandle,
  type ProductionChartProps,
} from './charts/ProductionChart.tsx';
export { ProductionChartPanel, type ProductionChartPanelProps } from './charts/ProductionChartPanel.tsx';
export { type VarianceMark } from './charts/variance-marks.ts';
export { Sparkline, type SparklineProps } from './components/display/Sparkline.tsx';

export {
  EquipmentForm,
  type EquipmentFormProps,
  type WellChoices,
} from './forms/equipment/EquipmentForm.tsx';
export { MaintenanceForm, type MaintenanceFormProps } from './forms/maintenance/MaintenanceForm.tsx';
export { FormAlert } from './forms/FormAlert.tsx';
export { FormRefusal, type FormRefusalProps } from './forms/FormRefusal.tsx';
export { useFirstInvalid } from './forms/use-first-invalid.ts';
export { BulkProductionGrid, type BulkProductionGridProps } from './forms/production/BulkProductionGrid.tsx';
export {
  ProductionEntryForm,
  type ProductionEntryFormProps,
} from './forms/production/ProductionEntryForm.tsx';
export { QuestionNote, type QuestionNoteProps } from './forms/production/QuestionNote.tsx';

export { WellMap, type WellMapProps } from './map/WellMap.tsx';
export { type MapEntry } from './map/markers/entry-shape.ts';
export { type MapWell } from './map/markers/well-shape.ts';

export { PhotoPicker, type PhotoPickerProps } from './photos/PhotoPicker.tsx';
export { PhotoStatus, type PhotoStatusProps } from './photos/PhotoStatus.tsx';
export { PhotoTile, type PhotoTileProps } from './photos/PhotoTile.tsx';
export { PhotoViewer, type PhotoViewerProps } from './photos/PhotoViewer.tsx';
export { preparePhoto, type PreparedPhoto } from './photos/prepare-photo.ts';

export { AcknowledgeDialog, type AcknowledgeDialogProps } from './views/alerts/AcknowledgeDialog.tsx';
export { AlertChange } from './views/alerts/AlertChange.tsx';
export { AlertGroupRow, type AlertGroupRowProps } from './views/alerts/AlertGroupRow.tsx';
export { AlertStatusBadge } from './views/alerts/AlertStatusBadge.tsx';
export { HistorySteps, type HistoryStepsProps } from './views/audit/HistorySteps.tsx';
export {
  ConflictCard,
  type ConflictActions,
  type ConflictCardProps,
} from './views/conflicts/ConflictCard.tsx';
export {
  ConflictView,
  type ConflictRights,
  type ConflictViewProps,
} from './views/conflicts/ConflictView.tsx';
export { DaySheet, type DaySheetProps } from './views/day-sheet/DaySheet.tsx';
export { DaySheetSkeleton } from './views/day-sheet/DaySheetSkeleton.tsx';
export { OtherDrafts, type OtherDraftsProps } from './views/day-sheet/OtherDrafts.tsx';
export type { SheetHost } from './views/day-sheet/sheet-host.ts';
export { StrandedDraftList, type StrandedDraftListProps } from './views/drafts/StrandedDraftList.tsx';
export type { LinkTo, LinkToProps, Moment, Place } from './views/host.ts';
export {
  DueCard,
  type DueCardProps,
  type DueCounted,
  type DueItems,
  type DueShown,
} from './views/maintenance/DueCard.tsx';
export { UrgentCounts, UrgentItems, type UrgentItemsProps } from './views/maintenance/UrgentItems.tsx';
export { DueList, type DueListProps } from './views/maintenance/DueList.tsx';
export {
  MaintenanceTimeline,
  type MaintenanceTimelineProps,
} from './views/maintenance/MaintenanceTimeline.tsx';
export { EntryConflict, type EntryConflictProps } from './views/production/EntryConflict.tsx';
export { Timestamp, type TimestampProps } from './views/Timestamp.tsx';

export { cx } from './lib/cx.ts';
export { useWords, WordsProvider, type WordsProviderProps } from './lib/words-context.tsx';
export { fileNameOf, saveFile } from './lib/save-file.ts';

export type { DataTableColumn, DataTableSort } from './data-table/column.ts';
export { DataTable, type DataTableProps } from './data-table/DataTable.tsx';
