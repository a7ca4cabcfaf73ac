export { mayDescribeGroup as mayConfirm } from "../policy"
