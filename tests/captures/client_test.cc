// The client understands real devices, as far as there are captures of them:
// tests/captures/client/README.md.

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/agent/snmp_endpoint.h"
#include "fake_pdu/agent/testing/map_view.h"
#include "fake_pdu/capture/capture.h"
#include "tests/captures/capture_folder.h"
#include "tests/captures/client_expectations.h"

namespace pdukit {
namespace {

using client::Measurement;
using client::OutletInfo;
using client::PowerReading;
using client::SnmpPdu;
using client::SnmpPowerClient;
using fake_pdu::Capture;
using fake_pdu::MapView;
using fake_pdu::SnmpEndpoint;
using ::testing::HasSubstr;

const std::string kExpected = "tests/captures/client";

// Those that can be opened, or the others. Empty where they cannot be read: a
// test of its own says so.
std::vector<ExpectedDevice> Devices(bool opened) {
  std::vector<ExpectedDevice> devices;
  const Result<std::vector<ExpectedDevice>> expected =
      LoadExpectedDevices(kExpected);
  if (expected.ok()) {
    for (const ExpectedDevice& device : *expected) {
      if (device.fails.empty() == opened) {
        devices.push_back(device);
      }
    }
  }
  return devices;
}

std::string TestName(const ::testing::TestParamInfo<ExpectedDevice>& test) {
  return TestNameOf(test.param.capture + " as " + test.param.asked);
}

// "1-3 5" for ascending numbers.
std::string Ranges(const std::vector<int>& numbers) {
  std::string text;
  for (std::size_t first = 0; first < numbers.size();) {
    std::size_t last = first;
    while (last + 1 < numbers.size() &&
           numbers[last + 1] == numbers[last] + 1) {
      ++last;
    }
    text += (text.empty() ? "" : " ") + std::to_string(numbers[first]);
    text += last > first ? "-" + std::to_string(numbers[last]) : "";
    first = last + 1;
  }
  return text;
}

ExpectedReading Describe(const PowerReading& reading) {
  const std::pair<const char*, std::optional<Measurement>> quantities[] = {
      {"voltage", reading.voltage},
      {"current", reading.current},
      {"apparent_power", reading.apparent_power},
      {"active_power", reading.active_power},
      {"power_factor", reading.power_factor},
      {"energy", reading.energy},
      {"frequency", reading.frequency}};
  ExpectedReading text;
  for (const auto& [name, quantity] : quantities) {
    if (quantity.has_value()) {
      text[name] = fmt::format("{:.9g} {}", quantity->value, quantity->source);
    }
  }
  return text;
}

// The captured device: whatever was captured is served and may be written, and
// nothing follows from it.
class CapturedDeviceTest : public ::testing::TestWithParam<ExpectedDevice> {
 protected:
  void SetUp() override {
    const std::filesystem::path folder = CaptureFolder();
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
      GTEST_SKIP() << NoCapturesIn(folder);
    }
    Result<Capture> capture =
        Capture::Load(folder / (GetParam().capture + ".snmprec"));
    ASSERT_TRUE(capture.ok()) << capture.error();
    capture_ = capture->varbinds();
    for (const Varbind& captured : capture_) {
      view_.AddWritable(captured.oid, captured.value);
    }
    SnmpEndpoint::Options options;
    options.write_community = "private";
    endpoint_ = SnmpEndpoint::Start(options, view_).value();
  }

  Result<SnmpPdu> Open() {
    SnmpPdu::Options options;
    options.family = GetParam().asked;
    options.clock = &clock_;
    options.deadline = std::chrono::seconds(1);
    return SnmpPdu::Open(endpoint_->address(), options);
  }

  // What is no longer as it was captured.
  std::map<std::string, std::string> Written() const {
    std::map<std::string, std::string> written;
    for (const Varbind& captured : capture_) {
      const Value value = view_.Get(captured.oid);
      if (value != captured.value) {
        const std::string enterprises = "1.3.6.1.4.1.";
        written[captured.oid.ToString().substr(enterprises.size())] =
            value.ToString();
      }
    }
    return written;
  }

  void PutBack() {
    for (const Varbind& captured : capture_) {
      view_.AddWritable(captured.oid, captured.value);
    }
  }

  ManualClock clock_;
  std::vector<Varbind> capture_;
  MapView view_;
  std::unique_ptr<SnmpEndpoint> endpoint_;
};

class OpenedDeviceTest : public CapturedDeviceTest {
 protected:
  void SetUp() override {
    CapturedDeviceTest::SetUp();
    if (endpoint_ == nullptr) {
      return;
    }
    Result<SnmpPdu> pdu = Open();
    ASSERT_TRUE(pdu.ok()) << pdu.error();
    pdu_ = *std::move(pdu);
    Result<std::vector<OutletInfo>> outlets = pdu_->outlets();
    ASSERT_TRUE(outlets.ok()) << outlets.error();
    outlets_ = *std::move(outlets);
  }

  // The outlets of which `is` is true.
  template <typename Predicate>
  std::string Those(Predicate is) const {
    std::vector<int> numbers;
    for (const OutletInfo& outlet : outlets_) {
      if (is(outlet)) {
        numbers.push_back(outlet.number);
      }
    }
    return Ranges(numbers);
  }

  std::map<std::string, std::string> States() const {
    std::map<std::string, std::string> states;
    for (const OutletInfo& outlet : outlets_) {
      states[ToString(outlet.state)] = Those(
          [&](const OutletInfo& other) { return other.state == outlet.state; });
    }
    return states;
  }

  std::map<int, std::string> Labels() const {
    std::map<int, std::string> labels;
    for (const OutletInfo& outlet : outlets_) {
      if (outlet.label != std::to_string(outlet.number)) {
        labels[outlet.number] = outlet.label;
      }
    }
    return labels;
  }

  // Of those outlets of which a name is expected.
  std::map<int, std::string> Names() const {
    std::map<int, std::string> names;
    for (const OutletInfo& outlet : outlets_) {
      if (GetParam().names.count(outlet.number) != 0) {
        names[outlet.number] = outlet.name;
      }
    }
    return names;
  }

  void ExpectSwitched(int number, const ExpectedSwitching& expected,
                      Result<void> (SnmpPowerClient::*command)()) {
    SnmpPowerClient outlet = pdu_->outlet(number).value();

    const Result<void> result = (outlet.*command)();

    EXPECT_EQ(Written(), expected.written) << "outlet " << number;
    if (!expected.error.empty()) {
      ASSERT_FALSE(result.ok());
      EXPECT_EQ(result.error().kind, ErrorKind::kUnsupported);
      EXPECT_THAT(result.error().Text(), HasSubstr(expected.error));
    }
    PutBack();
  }

  std::optional<SnmpPdu> pdu_;
  std::vector<OutletInfo> outlets_;
};

TEST_P(OpenedDeviceTest, IsOfTheExpectedFamily) {
  EXPECT_EQ(pdu_->family(), GetParam().family);
  EXPECT_EQ(pdu_->family_reason(), GetParam().because);
}

TEST_P(OpenedDeviceTest, OutletsAreListedAsExpected) {
  EXPECT_EQ(States(), GetParam().outlets);
  EXPECT_EQ(Those([](const OutletInfo& outlet) { return !outlet.switchable; }),
            GetParam().unswitched);
  EXPECT_EQ(Labels(), GetParam().labels);
  EXPECT_EQ(Names(), GetParam().names);
}

TEST_P(OpenedDeviceTest, MetersReadAsExpected) {
  std::map<int, ExpectedReading> readings;
  for (const auto& [number, expected] : GetParam().readings) {
    readings[number] = Describe(pdu_->outlet(number).value().Read().value());
  }

  EXPECT_EQ(readings, GetParam().readings);
}

TEST_P(OpenedDeviceTest, PlacesReadAsExpected) {
  std::map<std::string, ExpectedReading> places;
  for (const client::PlaceReading& place : pdu_->ReadPlaces().value()) {
    if (GetParam().places.count(place.Name()) != 0) {
      places[place.Name()] = Describe(place.reading);
    }
  }

  EXPECT_EQ(places, GetParam().places);
}

TEST_P(OpenedDeviceTest, SwitchingWritesWhatIsExpectedOrSaysWhyItCannot) {
  for (const auto& [number, expected] : GetParam().switch_off) {
    ExpectSwitched(number, expected, &SnmpPowerClient::Off);
  }
  for (const auto& [number, expected] : GetParam().switch_on) {
    ExpectSwitched(number, expected, &SnmpPowerClient::On);
  }
}

INSTANTIATE_TEST_SUITE_P(EveryCapture, OpenedDeviceTest,
                         ::testing::ValuesIn(Devices(true)), TestName);

TEST_P(CapturedDeviceTest, ErrorSaysWhyItIsNotOpened) {
  const Result<SnmpPdu> pdu = Open();

  ASSERT_FALSE(pdu.ok());
  EXPECT_THAT(pdu.error().Text(), HasSubstr(GetParam().fails));
}

INSTANTIATE_TEST_SUITE_P(EveryOtherCapture, CapturedDeviceTest,
                         ::testing::ValuesIn(Devices(false)), TestName);

TEST(ExpectedDevicesTest, CanBeRead) {
  const Result<std::vector<ExpectedDevice>> expected =
      LoadExpectedDevices(kExpected);

  EXPECT_TRUE(expected.ok()) << expected.error();
}

}  // namespace
}  // namespace pdukit
