#ifndef PDUKIT_FAKE_PDU_DEVICE_DEVICE_H_
#define PDUKIT_FAKE_PDU_DEVICE_DEVICE_H_

// A PDU without its network: outlets, relays, delays, meters.
//
//   ManualClock clock;
//   Device device(SpecOf(model), clock);
//   device.Command(3, OutletCommand::kReboot).value();
//   clock.Advance(std::chrono::seconds(5));
//   device.outlet(3).value();  // OutletState::kOn

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/device/contact_state.h"
#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/device/event_queue.h"
#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/device/relays.h"  // For what Apply is given.

namespace pdukit::fake_pdu {

// Thread-safe. Nothing here waits: what was due since the last call happens
// first, each at its own time.
//
// An outlet is named by its number on the label; one that the device does not
// have fails with kNoSuchOutlet. A command that the device would not obey
// fails with kRefusedByDevice.
class Device {
 public:
  // `clock` must outlive the device.
  Device(std::shared_ptr<const DeviceSpec> spec, Clock& clock);
  ~Device();

  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  const DeviceSpec& spec() const { return *spec_; }
  std::vector<int> outlets() const;
  Result<OutletState> outlet(int number) const;
  Result<std::optional<OutletCommand>> pending(int number) const;
  Result<std::string> outlet_name(int number) const;
  Result<void> SetOutletName(int number, const std::string& name);

  // As if it came over the network.
  Result<void> Command(int number, OutletCommand command);
  Result<void> CommandAll(OutletCommand command);

  // As if by hand at the rack: at once, locked or not; cancels what is pending.
  Result<void> SetOutlet(int number, OutletState state);
  // A locked outlet refuses commands.
  Result<void> SetLocked(int number, bool locked);

  // What is plugged in draws this much while the outlet is on, in watts.
  // Negative and infinite loads and NaN fail with kInvalidArgument.
  Result<double> load(int number) const;
  Result<void> SetLoad(int number, double watts);

  // What a probe reads, in degrees Celsius and percent. Fails with kNotFound
  // for a sensor that the device does not have, or that measures other things.
  Result<void> SetTemperature(int sensor, double celsius);
  Result<void> SetHumidity(int sensor, double percent);
  // Fails with kNotFound for a contact that the device does not have.
  Result<void> SetContact(int contact, ContactState state);

  // Takes the power from the whole device: outlets are off, what was pending is
  // forgotten. Plugging it in starts it anew. Harmless when repeated.
  void Unplug();
  void Plug();
  bool plugged() const;
  // Since the start of the card; zero while it is not up.
  Clock::Duration uptime() const;

  // Texts of the nameplate: kUnitSerial, kUnitMac, NameOf(Scope::kUnit), ...
  std::string unit_text(SettingId id) const;
  void SetUnitText(SettingId id, std::string text);

  // The earliest moment at which something will happen by itself.
  std::optional<Clock::TimePoint> next_due() const;

  // Does what is due, and delivers events.
  void Settle();
  // Whether Settle would tell anybody of anything that has happened already.
  bool has_news() const { return has_news_; }

  // Delivers the events that Read and Apply left behind. Never call it with a
  // lock held that an observer may want.
  void DeliverEvents() const { events_.Deliver(); }

  // The observer must be removed before it goes; it may still be running in
  // another thread when RemoveObserver returns there.
  void AddObserver(DeviceObserver* observer) { events_.Add(observer); }
  void RemoveObserver(DeviceObserver* observer) { events_.Remove(observer); }

  // Called with next_due() after each change of it, in the thread that changed
  // it, one call at a time. It must not call the device. Once this has returned
  // the former has, too.
  using DueListener = std::function<void(std::optional<Clock::TimePoint> due)>;
  void SetDueListener(DueListener listener);

  // Called with whether the card is up, after it went down and after each of
  // its starts, in the thread that caused or noticed it, one call at a time.
  // It must not call the device. Once this has returned the former has, too.
  void SetCardListener(std::function<void(bool is_up)> listener);

  // Calls `reader(const DeviceState&)` on the settled state, under the device's
  // lock, and returns what it returns. It must not call the device. Events
  // wait for DeliverEvents.
  template <typename Reader>
  auto Read(Reader&& reader) const {
    const std::lock_guard<std::mutex> lock(state_mutex_);
    SettleLocked();
    return reader(static_cast<const DeviceState&>(state_));
  }

  // Calls `edit(Edit&)`, likewise; if it returns false, nothing has changed.
  bool Apply(const std::function<bool(Edit&)>& edit);
  // Calls `edit(Edit&, row)` of this outlet, likewise, and delivers the events.
  Result<void> EditOutlet(int number,
                          const std::function<Result<void>(Edit&, int)>& edit);

 private:
  void SettleLocked() const;
  void TellDueListener();
  void TellCardListener();
  Result<int> RowOf(int number) const;

  const std::shared_ptr<const DeviceSpec> spec_;
  Clock& clock_;
  int clock_listener_ = 0;

  mutable std::mutex state_mutex_;
  mutable DeviceState state_;
  mutable std::optional<Clock::TimePoint> next_due_;
  mutable std::atomic<bool> has_news_ = false;

  // These two are held while their listener is called, so that it hears of
  // things in order.
  std::mutex due_mutex_;
  std::optional<Clock::TimePoint> told_due_;
  DueListener due_listener_;

  std::mutex card_mutex_;
  std::optional<std::uint32_t> told_starts_ = 0;  // While the card is up.
  std::function<void(bool)> card_listener_;

  mutable EventQueue events_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_DEVICE_H_
