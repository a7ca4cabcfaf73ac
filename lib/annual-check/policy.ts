export { mayDescribeGroup as mayConfirm } from "../groups/policy"
