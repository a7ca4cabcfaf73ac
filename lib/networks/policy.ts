import { isStaff, mayEdit } from "../access/may"

/** Workers and managers open networks, let groups in, and keep order. */
export const mayKeepNetworks = mayEdit
/** All staff read every network. */
export const mayReadAllNetworks = isStaff
