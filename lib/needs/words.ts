import { say } from "../words"

/** What whoever may not keep the register is told. */
export const REFUSED = say("Only workers and managers keep the register of needs.")
