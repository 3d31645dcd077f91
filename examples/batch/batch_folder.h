// The folder a batch writes into. While the batch is unfinished all of it is in the folder `unfinished` inside; then
// the outputs move up under their names, and batch.json, the report, says that they are complete.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

class BatchFolder {
 public:
  // Makes the folder and keeps other batches out of it as long as this object lives. restart: an unfinished batch and
  // the report of a finished one are forgotten; its outputs stay until new ones take their place. Throws WrongUse where
  // the folder cannot be made or another batch has it, std::system_error.
  BatchFolder(std::string path, bool restart);
  ~BatchFolder();
  BatchFolder(const BatchFolder&) = delete;
  BatchFolder& operator=(const BatchFolder&) = delete;

  // True where an unfinished batch is in the folder.
  static bool is_begun(const std::string& path);

  // The report of a finished batch.
  std::optional<std::string> report() const;
  // Makes the folder of the unfinished batch and returns its path. `outputs` are the names that it will publish: where
  // nothing was begun and one of them is there already, it is somebody else's, and WrongUse is thrown.
  std::string begin(const std::vector<std::string_view>& outputs);
  // Gives the outputs their places, those that have them already aside, and writes the report.
  void publish(const std::vector<std::string_view>& outputs, std::string_view report);

 private:
  void discard();

  std::string path_;
  bool created_ = false;  // by this object
  int lock_;
  bool restart_;
};
