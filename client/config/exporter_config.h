#ifndef PDUKIT_CLIENT_CONFIG_EXPORTER_CONFIG_H_
#define PDUKIT_CLIENT_CONFIG_EXPORTER_CONFIG_H_

// A Jumpstarter exporter file (apiVersion jumpstarter.dev/v1alpha1, kind
// ExporterConfig) as it is.
//
//   ExporterConfig config = ExporterConfig::Load("exporter.yaml", {}).value();
//   const Export* power = config.Default().value();

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "client/config/gpio_export.h"
#include "client/config/shell_export.h"
#include "client/config/snmp_export.h"

namespace pdukit::client {

// Jumpstarter's MockPower, which switches nothing.
struct MockPowerExport {};

// Another name for an export.
struct ReferenceExport {
  std::string target{};
};

// A type that is not known here, or a mere group of children.
struct OtherExport {};

struct Export {
  // One below another is "parent.child".
  std::string name{};
  // "jumpstarter_driver_snmp.driver.SNMPServer"; empty for a group and for a
  // reference.
  std::string type{};
  bool is_default = false;
  std::variant<OtherExport, SnmpExport, ShellExport, GpioExport,
               MockPowerExport, ReferenceExport>
      config{};

  // Whether it is there to switch power, be it known here or not.
  bool IsPower() const;
};

// Constant once made.
class ExporterConfig {
 public:
  // Fails with kNotFound or kSystem if the file cannot be read, else as Parse.
  static Result<ExporterConfig> Load(const std::string& path,
                                     const FallbackSecrets& secrets);

  // `file` is what errors call it. A mistake fails with kParse as
  // "file:line:column: what; what is allowed". Keys that Jumpstarter ignores
  // are ignored, but for those that look like a misspelt one.
  static Result<ExporterConfig> Parse(const std::string& file,
                                      const std::string& text,
                                      const FallbackSecrets& secrets);

  // In the order of the file, parents before children.
  const std::vector<Export>& exports() const { return exports_; }

  // Follows references. Fails with kNotFound, and the names that there are.
  // Valid as long as this is.
  Result<const Export*> Find(const std::string& name) const;

  // The one marked `default: true`, else the only power export that is not
  // SNMP, else the only power export. Fails with kNotFound, and the names to
  // choose from.
  Result<const Export*> Default() const;

 private:
  Error Missing(const std::string& name) const;

  std::string file_;
  std::vector<Export> exports_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_EXPORTER_CONFIG_H_
