export { isStaff as maySeeEnquiries, mayEdit as mayKeepEnquiries } from "../access/may"
