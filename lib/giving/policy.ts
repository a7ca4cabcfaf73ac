/** All staff see what groups were given. */
export { isStaff as maySeeGiven } from "../access/may"
