import type { IGlobalAttributes } from 'flexlayout-react'

/** How the dock behaves; not kept with a desk, so that a new version's habits reach old desks. */
export const globals: IGlobalAttributes = {
  tabEnableRename: false,
  tabEnableScrollbars: false,
  tabSetEnableMaximize: true,
  tabSetEnableDeleteWhenEmpty: true,
  tabSetMinWidth: 160,
  tabSetMinHeight: 120,
  tabSetEnableTabScrollbar: false,
}
