/** Programs with large files in their inputs send large messages; the engine itself sets no limit either. */
export const channelOptions = {
  "grpc.max_receive_message_length": -1,
  "grpc.max_send_message_length": -1,
};
