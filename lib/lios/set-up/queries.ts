import "server-only"
import { hasLios } from "../../sign-in/queries"

/** Whether this is an empty installation that waits for somebody with the set-up code, which the start printed. */
export const needsSetUp = async () => Boolean(process.env.SET_UP_CODE_HASH) && !(await hasLios())
