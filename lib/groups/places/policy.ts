/** Only managers have all wards looked up again. */
export { isManager as mayResolvePlaces } from "../../access/may"
