/** The design system and the components that the web dashboard and the desktop renderer share. */
export { Avatar, initialsOf, type AvatarProps } from './components/Avatar.tsx';
export { Badge, type BadgeProps, type Tone } from './components/Badge.tsx';
export { Breadcrumbs, type BreadcrumbsProps } from './components/Breadcrumbs.tsx';
export {
  buttonClass,
  iconButtonClass,
  type ButtonSize,
  type ButtonStyle,
  type ButtonVariant,
} from './components/button-styles.ts';
export { Button, type ButtonProps } from './components/Button.tsx';
export { Card, type CardProps } from './components/Card.tsx';
export { Change, type ChangeProps } from './components/Change.tsx';
export { Checkbox, type CheckboxProps } from './components/Checkbox.tsx';
export { Combobox, type ComboboxOption, type ComboboxProps } from './components/Combobox.tsx';
export {
  CommandPalette,
  type CommandPaletteProps,
  type PaletteGroup,
  type PaletteItem,
} from './components/CommandPalette.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './components/ConfirmDialog.tsx';
export { CopyButton, type CopyButtonProps } from './components/CopyButton.tsx';
export { DateField, type DateFieldProps } from './components/DateField.tsx';
export { Dialog, type DialogProps } from './components/Dialog.tsx';
export { Drawer, type DrawerProps } from './components/Drawer.tsx';
export { DUE_LOOKS, DueBadge, type DueBadgeProps } from './components/DueBadge.tsx';
export {
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  type DropdownMenuProps,
  type MenuItemProps,
} from './components/DropdownMenu.tsx';
export { EmptyState, type EmptyStateProps } from './components/EmptyState.tsx';
export { EQUIPMENT_STATUS_LOOKS, EquipmentStatusBadge } from './components/EquipmentStatusBadge.tsx';
export { ErrorState, type ErrorStateProps, type ProblemText } from './components/ErrorState.tsx';
export { Field, type FieldProps } from './components/Field.tsx';
export { IconButton, type IconButtonProps } from './components/IconButton.tsx';
export { Input, type InputProps } from './components/Input.tsx';
export { Kbd } from './components/Kbd.tsx';
export { NumberField, type NumberFieldProps } from './components/NumberField.tsx';
export { PageHeader, type PageHeaderProps } from './components/PageHeader.tsx';
export { PlaceNote, type PlaceNoteProps } from './components/PlaceNote.tsx';
export { ProductMark } from './components/ProductMark.tsx';
export { Progress, type ProgressProps } from './components/Progress.tsx';
export {
  SegmentedControl,
  type Segment,
  type SegmentedControlProps,
} from './components/SegmentedControl.tsx';
export { Select, type SelectOption, type SelectProps } from './components/Select.tsx';
export { Skeleton, SkeletonText } from './components/Skeleton.tsx';
export { Spinner, type SpinnerProps } from './components/Spinner.tsx';
export { Stat, type StatProps } from './components/Stat.tsx';
export { STATUS_LOOKS, StatusBadge } from './components/StatusBadge.tsx';
export { Switch, type SwitchProps } from './components/Switch.tsx';
export { Tabs, type Tab, type TabsProps } from './components/Tabs.tsx';
export { TextArea, type TextAreaProps } from './components/TextArea.tsx';
export { Toaster, toast } from './components/Toast.tsx';
export { Tooltip, TooltipProvider, type TooltipProps } from './components/Tooltip.tsx';
export { VisuallyHidden } from './components/VisuallyHidden.tsx';
export { VolumeCell, type VolumeCellProps } from './components/VolumeCell.tsx';

export { BarList, type BarListItem, type BarListProps } from './charts/BarList.tsx';
export { DEFAULT_CHART_VIEW, type ChartView } from './charts/chart-view.ts';
export { toDailyVolumes, type ChartRange, type DailyVolumes } from './charts/daily-volumes.ts';
export {
  ProductionChart,
  type ProductionChartHandle,
  type ProductionChartProps,
} from './charts/ProductionChart.tsx';
export { ProductionChartPanel, type ProductionChartPanelProps } from './charts/ProductionChartPanel.tsx';
export { type VarianceMark } from './charts/variance-marks.ts';
export { Sparkline, type SparklineProps } from './components/Sparkline.tsx';

export {
  changesOf,
  emptyEquipment,
  EQUIPMENT_FIELDS,
  equipmentTextOf,
  type EquipmentField,
  type EquipmentText,
  type EquipmentValues,
} from './forms/equipment/equipment-text.ts';
export {
  EquipmentForm,
  type EquipmentFormProps,
  type WellChoices,
} from './forms/equipment/EquipmentForm.tsx';
export {
  emptyMaintenance,
  type MaintenanceField,
  type MaintenanceText,
  type MaintenanceValues,
} from './forms/maintenance/maintenance-text.ts';
export { MaintenanceForm, type MaintenanceFormProps } from './forms/maintenance/MaintenanceForm.tsx';
export type { BulkDay, BulkDraft } from './forms/production/bulk-draft.ts';
export { BulkProductionGrid, type BulkProductionGridProps } from './forms/production/BulkProductionGrid.tsx';
export {
  emptyEntry,
  entryTextOf,
  isBlank,
  type EntryText,
  type RecordedVolumes,
  type VolumesText,
} from './forms/production/entry-text.ts';
export {
  ProductionEntryForm,
  type ProductionEntryFormProps,
} from './forms/production/ProductionEntryForm.tsx';
export {
  parseEntry,
  parseVolume,
  varianceNote,
  type ParsedEntry,
  type ParsedVolume,
} from './forms/production/rules.ts';

export * from './format/index.ts';
export { WellMap, type WellMapProps } from './map/WellMap.tsx';
export { type MapEntry } from './map/entry-shape.ts';
export { type MapWell } from './map/well-shape.ts';

export { isUnderWay, storedOf, type ChosenPhoto, type StoredPhoto } from './photos/chosen-photo.ts';
export { PhotoQueue, type PhotoQueueHost } from './photos/photo-queue.ts';
export { PhotoPicker, type PhotoPickerProps } from './photos/PhotoPicker.tsx';
export { PhotoTile, type PhotoTileProps } from './photos/PhotoTile.tsx';
export { PhotoViewer, type PhotoViewerProps } from './photos/PhotoViewer.tsx';
export { preparePhoto, type Preparation, type PreparedPhoto } from './photos/prepare-photo.ts';

export { cx } from './lib/cx.ts';
export { fileNameOf, saveFile } from './lib/save-file.ts';

export type { DataTableColumn, DataTableSort } from './data-table/column.ts';
export { DataTable, type DataTableProps } from './data-table/DataTable.tsx';
